import type { VFileMessage } from "vfile-message";

/** One change to a source: the characters from `from` up to `to` (UTF-16, as JavaScript counts) become `instead`. */
export interface Fix {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly instead: string;
}

/** What a fix does, with a little of its line around it. */
export interface Change {
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

/** Characters of a line that are shown on either side of a change: a paragraph is often one line. */
const around = 40;

/** Take from messages the changes that have one right answer, by file; of two that touch, the first. */
export function fixesOf(messages: readonly VFileMessage[]): ReadonlyMap<string, readonly Fix[]> {
  const byFile = new Map<string, Fix[]>();
  const fixes = messages.flatMap((message) => fixOf(message) ?? []).sort((a, b) => a.from - b.from);
  for (const fix of fixes) {
    const taken = byFile.get(fix.file) ?? [];
    if ((taken.at(-1)?.to ?? 0) <= fix.from) byFile.set(fix.file, [...taken, fix]);
  }
  return byFile;
}

/** Change a text where the fixes say so, and nowhere else. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  let done = 0;
  const pieces = fixes.map(({ from, to, instead }) => {
    const piece = text.slice(done, from) + instead;
    done = to;
    return piece;
  });
  return pieces.join("") + text.slice(done);
}

/** Show what fixes do to a text. */
export function changesOf(text: string, fixes: readonly Fix[]): readonly Change[] {
  return fixes.map(({ from, to, instead }) => {
    const lines = text.slice(0, from).split("\n");
    const head = lines.at(-1) ?? "";
    const [tail = ""] = text.slice(to).split(/\r?\n/, 1);
    const left = head.length > around ? `…${head.slice(-around)}` : head;
    const right = tail.length > around ? `${tail.slice(0, around)}…` : tail;
    return {
      line: lines.length,
      column: head.length + 1,
      before: left + text.slice(from, to) + right,
      after: left + instead + right,
    };
  });
}

function fixOf({ file, place, expected }: VFileMessage): Fix | undefined {
  if (!file || !place || !("start" in place) || expected?.length !== 1) return undefined;
  const { start, end } = place;
  const [instead = ""] = expected;
  if (start.offset === undefined || end.offset === undefined) return undefined;
  return start.line === end.line ? { file, from: start.offset, to: end.offset, instead } : undefined;
}
