/** Lines of a file that mdBook includes: which, and how many stand before them. */
export interface Chosen {
  readonly text: string;
  readonly before: number;
}

/** The mark of an anchor: it may stand in a comment of any language. */
const mark = (kind: "ANCHOR" | "ANCHOR_END", name: string) => new RegExp(`\\b${kind}:\\s*${name}(?![\\w-])`);
const anyMark = /\bANCHOR(?:_END)?:\s*[\w-]+/;

/**
 * Choose the lines that `{{#include file:2:10}}` names behind the file: `2`, `2:10`, `2:`, `:10`, both ends included, or an anchor,
 * whose marks stand in the file (mdBook, "Including portions of a file"). Undefined where there is no such anchor.
 */
export function chooseLines(text: string, selection: string | undefined): Chosen | undefined {
  const lines = text.split(/\r?\n/);
  if (selection === undefined || selection === "") return { text: withoutMarks(lines), before: 0 };
  const range = /^(\d*)(:?)(\d*)$/.exec(selection);
  if (range) {
    const [, first = "", colon = "", last = ""] = range;
    const from = first === "" ? 0 : Math.max(0, Number(first) - 1);
    const to = last !== "" ? Number(last) : colon === "" ? from + 1 : lines.length;
    return { text: lines.slice(from, to).join("\n"), before: from };
  }
  const name = selection;
  if (!/^[\w-]+$/.test(name)) return undefined;
  const start = lines.findIndex((line) => mark("ANCHOR", name).test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex((line, i) => i > start && mark("ANCHOR_END", name).test(line));
  return { text: withoutMarks(lines.slice(start + 1, end < 0 ? undefined : end)), before: start + 1 };
}

function withoutMarks(lines: readonly string[]): string {
  return lines.filter((line) => !anyMark.test(line)).join("\n");
}
