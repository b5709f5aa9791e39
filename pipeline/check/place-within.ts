import type { Literal } from "unist";
import type { Place } from "../publication.js";

/** Say where a character of a literal's value stands in its source. */
export function placeWithin({ value, position }: Literal, index: number, file: string): Place {
  const start = position?.start ?? { line: 1, column: 1 };
  const before = String(value)
    .slice(0, index)
    .split(/\r\n?|\n/);
  const last = before.at(-1)?.length ?? 0;
  return before.length === 1
    ? { file, line: start.line, column: start.column + last }
    : { file, line: start.line + before.length - 1, column: last + 1 };
}
