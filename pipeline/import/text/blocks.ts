import type { Block } from "./draft.js";
import { isBlank, type Line } from "./lines.js";
import { markerOf } from "./note-marker.js";

/** Cut lines into blocks: at empty lines, at the lines of an unwrapped text, and where a line shows that a paragraph begins. */
export function blocksOf(lines: readonly Line[], wrapped: boolean): readonly Block[] {
  const width = typicalWidth(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open));
    open = [];
  };
  for (const line of lines) {
    if (isBlank(line)) close();
    else {
      const last = open.at(-1);
      if (last && (!wrapped || last.page !== line.page || begins(line, open, width))) close();
      open.push(line);
    }
  }
  close();
  return blocks;
}

/** The width that most full lines reach: nine lines of ten are no longer. */
function typicalWidth(lines: readonly Line[]): number {
  const widths = lines
    .filter((line) => !isBlank(line))
    .map(({ text }) => text.trimEnd().length)
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

/** Whether a line begins a paragraph though no empty line is before it. */
function begins(line: Line, open: readonly Line[], width: number): boolean {
  const [first] = open;
  const last = open.at(-1);
  if (!first || !last) return false;
  // A marker begins a note or an item only where its block began with one: `1914 was …` may begin a line of prose.
  const [marker, before] = [markerOf(line.text), markerOf(first.text)];
  if (marker && before && marker.kind === before.kind) return true;
  const ended = /[.!?…][”"’')\]]*[\d⁰¹²³⁴-⁹*†‡]*$/.test(last.text.trimEnd());
  const short = last.text.trimEnd().length < width * 0.8;
  const indented = indentOf(line.text) >= indentOf(last.text) + 2 && indentOf(line.text) <= 8;
  return ended && (short || indented) && !marker;
}

export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function blockOf(lines: readonly Line[]): Block {
  const [first] = lines;
  return {
    text: lines.map(({ text }) => text.trim()).join("\n"),
    lines: lines.map(({ number }) => number),
    page: first?.page ?? 0,
    indent: indentOf(first?.text ?? ""),
  };
}
