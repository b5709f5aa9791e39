/** The widths of a character in a running head of 10 px, in CSS pixels: letters at their usual mixture, and signs that fill a square. */
const letter = 5.2;
const square = 10.2;
const wide = /[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFF00-\uFF60]/u;

/**
 * Shorten a title to what a running head of a width in CSS pixels has room for: to what stands before its last colon or dash that leaves
 * something that fits, else to whole words and an ellipsis. What does not fit would be cut off in the middle of a letter.
 */
export function runningHead(title: string, width: number): string {
  const fits = (text: string) => widthOf(text) <= width;
  if (fits(title)) return title;
  const ends = [...title.matchAll(/(?<=\p{L}{2})[:?!]? [–—-] |(?<=[:?!.])\s|: /gu)].map(({ index }) => index);
  const parts = ends.toReversed().map((end) => title.slice(0, end).replace(/[\s:.]+$/, ""));
  const main = parts.find((part) => fits(part) && part.length >= 3);
  if (main !== undefined) return main;
  let kept = "";
  for (const piece of title.match(/\S+\s*|\s+/gu) ?? []) {
    if (!fits(`${kept}${piece.trimEnd()}…`)) break;
    kept += piece;
  }
  // One word that is too long by itself, or writing without spaces.
  if (kept === "") for (const sign of title) if (fits(`${kept}${sign}…`)) kept += sign;
  return `${kept.replace(/[\s,;:.–—-]+$/u, "")}…`;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (wide.test(sign) ? square : letter), 0);
}
