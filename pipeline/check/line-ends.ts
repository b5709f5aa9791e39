import type { Paragraph, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/** How the author of a source ends its lines. */
export interface LineEnds {
  /** About how many characters a line is filled with; infinite where nobody breaks lines. */
  readonly width: number;
  /** Whether each sentence has a line of its own. */
  readonly bySentence: boolean;
}

export const finished = /(?:[.!?…。！？]["”“’»)\]*_]*(?:\[\^[^\]]+\])*|https?:\S+|>|\]\(\S+\))$/u;

/** Ask the paragraphs outside of notes how lines end there. */
export function lineEndsOf(tree: Root, source: string): LineEnds {
  const broken: Line[] = [];
  const last: number[] = [];
  visit(tree, (node) => {
    if (node.type === "footnoteDefinition") return SKIP;
    if (node.type !== "paragraph") return;
    const lines = linesOf(node, source);
    broken.push(...lines.slice(0, -1));
    last.push(lines.at(-1)?.end ?? 0);
  });
  const lengths = broken.map(({ end }) => end).sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1];
  const bySentence = broken.filter(({ text }) => finished.test(text)).length * 2 > broken.length;
  // Short paragraphs alone do not say where a line would be broken.
  if (median === undefined) return { width: last.some((end) => end > 100) ? Infinity : 80, bySentence };
  const isWrapped = last.filter((end) => end > median * 1.25).length < broken.length;
  return { width: isWrapped ? median : Infinity, bySentence: isWrapped && bySentence };
}

export interface Line {
  readonly text: string;
  /** Where its words begin: 1 at the left edge. */
  readonly column: number;
  /** The column of its last character. */
  readonly end: number;
  readonly line: number;
}

/** List the lines of a paragraph as they are written, without what stands before their words. */
export function linesOf({ position }: Paragraph, source: string): Line[] {
  if (!position) return [];
  const { start, end } = position;
  return source
    .slice(start.offset, end.offset)
    .split(/\r\n?|\n/)
    .map((written, i) => {
      const before = i === 0 ? "" : (/^[ \t>]*/.exec(written)?.[0] ?? "");
      const column = i === 0 ? start.column : before.length + 1;
      const text = written.slice(before.length).trimEnd();
      return { text, column, end: column - 1 + text.length, line: start.line + i };
    });
}
