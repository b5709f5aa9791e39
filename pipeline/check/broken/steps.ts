import { roman } from "../../roman.js";
import type { WrittenLine } from "../written-blocks.js";
import type { FindSlips, Slip } from "./slip.js";

/** `(a)`, `b)`, `iii.`, and numbers that no list begins with: `(1)`, `1.First`. */
const label = /^(\(?)([a-z]|[ivx]{2,5}|\d{1,2})([.)])(?:[ \t\u00a0]+(?=\S)|(?=\p{L}))/u;
const countings: readonly ((number: number) => string)[] = [
  (number) => String(number),
  (number) => String.fromCharCode(96 + number),
  roman,
];

/** Find lines in a row that count, `(a)`, `(b)`: Markdown counts in numbers alone, and makes one paragraph of the lines. */
export const steps: FindSlips = ({ node, lines }) => {
  if (node.type !== "paragraph") return [];
  const slips: Slip[] = [];
  for (let from = 0; from < lines.length; ) {
    const count = Math.max(1, ...countings.map((counting) => counted(lines.slice(from), counting)));
    if (count > 1) slips.push({ index: lines[from]?.index ?? 0, reason: reasonFor(lines, from, count) });
    from += count;
  }
  return slips;
};

/** Say how many lines count on from one. */
function counted(lines: readonly WrittenLine[], counting: (number: number) => string): number {
  const form = (line: WrittenLine | undefined) => label.exec(line?.text ?? "");
  const [, open, , close] = form(lines[0]) ?? [];
  const end = lines.findIndex((line, i) => {
    const [, opens, value, closes] = form(line) ?? [];
    return value !== counting(i + 1) || opens !== open || closes !== close;
  });
  return end < 0 ? lines.length : end;
}

function reasonFor(lines: readonly WrittenLine[], from: number, count: number): string {
  const labels = lines.slice(from, from + 2).map(({ text }) => `\`${label.exec(text)?.[0].trim()}\``);
  return `Unexpected ${count} lines that begin with ${labels.join(", ")}${count > 2 ? " and so on" : ""}, which are set as one paragraph; expected a list, \`1. \` before the first, or empty lines between them`;
}
