import type { Span } from "../content/painted.js";

/** Find what stands between the operators of each text object, BT and ET, each on a line of its own as Chromium writes them. */
export function textObjects(stream: string): readonly Span[] {
  const found: Span[] = [];
  let begin = stream.startsWith("BT\n") ? 0 : next(stream, "\nBT\n", 0);
  while (begin >= 0) {
    const from = begin + 3;
    const end = next(stream, "\nET\n", from - 1);
    if (end < 0 && !stream.endsWith("\nET")) break;
    const to = end < 0 ? stream.length - 2 : end;
    found.push({ from, to });
    begin = next(stream, "\nBT\n", to);
  }
  return found;
}

/** Find where a line begins; -1 where there is none like it. */
function next(stream: string, line: string, start: number): number {
  const at = stream.indexOf(line, start);
  return at < 0 ? -1 : at + 1;
}
