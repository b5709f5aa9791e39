import type { Finding } from "../importer.js";
import { indentOf } from "./blocks.js";
import { finding } from "./draft.js";
import { isBlank, type Line } from "./lines.js";
import { contentsHeading } from "./vocabulary.js";

/** An entry of a table of contents: words, then dots or a wide space, then a page. */
const entry = /^(.*?\S)(?:\s*\.(?:\s?\.){2,}\s*|\s*…+\s*|\s{2,})(\d{1,4}|[ivxlc]{1,7})$/i;

/** No entry is longer. */
const longest = 200;

function entryOf(line: string): string | undefined {
  return line.length > longest ? undefined : entry.exec(line.trim())?.[1];
}

/** Headings by their words in lower case, with their depth from 1. */
export type Listed = ReadonlyMap<string, number>;

/** Take a table of contents out, for quoin makes its own; what it lists are headings that need not be guessed. */
export function dropContents(
  lines: readonly Line[],
  file: string,
): {
  readonly lines: readonly Line[];
  readonly listed: Listed;
  /** Where the table stood. */
  readonly line?: number;
  readonly findings: readonly Finding[];
} {
  const none = { lines, listed: new Map<string, number>(), findings: [] };
  const start = lines.findIndex(({ text }) => contentsHeading.test(text.trim()));
  const first = start >= 0 ? start : firstOfRun(lines);
  if (first === undefined) return none;
  const last = new Map(lines.map(({ text }, i) => [keyOf(text), i]));
  const taken: number[] = start >= 0 ? [start] : [];
  const entries: { readonly words: string; readonly indent: number }[] = [];
  for (let i = start >= 0 ? start + 1 : first; i < lines.length; i++) {
    const line = lines[i];
    if (!line || isBlank(line)) continue;
    const words = entryOf(line.text) ?? (returns(line.text, i, last) ? line.text.trim() : "");
    // A title that is too long for its line goes on in the next.
    const cut =
      words === "" && entryOf(lines[i + 1]?.text ?? "") !== undefined && line.text.trim().length < 80;
    if (words === "" && !cut) break;
    taken.push(i);
    if (words !== "") entries.push({ words, indent: indentOf(line.text) });
  }
  if (entries.length < 2) return none;
  const indents = [...new Set(entries.map(({ indent }) => indent))].sort((a, b) => a - b);
  const listed = new Map(entries.map(({ words, indent }) => [keyOf(words), 1 + indents.indexOf(indent)]));
  const dropped = taken.map((i) => lines[i]?.text ?? "").join("\n");
  const reason = `Took out the table of contents with ${entries.length} entries, for the publication has its own`;
  const out = new Set(taken);
  const line = lines[taken[0] ?? 0]?.number ?? 1;
  return {
    lines: lines.map((line, i) => (out.has(i) ? { ...line, text: "" } : line)),
    listed,
    line,
    findings: [finding({ file }, "import-contents-dropped", line, reason, { dropped })],
  };
}

/** Three entries in a row are contents, though nothing says so. */
function firstOfRun(lines: readonly Line[]): number | undefined {
  const full = lines.map((line, i) => ({ line, i })).filter(({ line }) => !isBlank(line));
  const dotted = (k: number) =>
    /\.(?:\s?\.){2,}\s*\d+$/.test((full[k]?.line.text ?? "").slice(0, longest).trim());
  const k = full.findIndex((_, k) => dotted(k) && dotted(k + 1) && dotted(k + 2));
  return full[k]?.i;
}

/** Whether the words of a line stand alone once more, further down: then it lists a heading. */
function returns(text: string, i: number, last: ReadonlyMap<string, number>): boolean {
  const key = keyOf(text);
  return key.length <= 90 && (last.get(key) ?? 0) > i;
}

/** What a heading is recognised by: its words without case and number. */
export function keyOf(text: string): string {
  return text
    .trim()
    .replace(/^(?:\d+(?:\.\d+)*|[ivx]+)[.)]?\s+/i, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}
