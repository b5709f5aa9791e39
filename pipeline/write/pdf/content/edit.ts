import type { Span } from "./painted.js";

/** A stretch of a stream, and what stands there instead. */
export interface Edit extends Span {
  readonly text: string;
}

/** Replace stretches of a stream, in whichever order they are given; none may overlap. */
export function edited(stream: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = "";
  let at = 0;
  for (const { from, to, text } of sorted) {
    result += stream.slice(at, from) + text;
    at = to;
  }
  return result + stream.slice(at);
}
