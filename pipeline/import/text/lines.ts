/** A line of the original. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** From 0; grows where the original shows that a page ends. */
  readonly page: number;
}

/** Cut a text into lines; a form feed ends a page. */
export function linesOf(text: string): readonly Line[] {
  let page = 0;
  return text.split("\n").map((raw, i) => {
    const feeds = raw.split("\f").length - 1;
    page += feeds;
    return { text: raw.replaceAll("\f", "").replaceAll("\t", "    "), number: i + 1, page };
  });
}

/** No line of a page is longer in characters: where one is, lines are whole paragraphs. */
const longestSet = 240;

/** Say whether the lines are those of a printed page, several to a paragraph. */
export function areWrapped(lines: readonly Line[]): boolean {
  return lines.every(({ text }) => text.trim().length <= longestSet);
}

export function isBlank({ text }: Pick<Line, "text">): boolean {
  return text.trim() === "";
}
