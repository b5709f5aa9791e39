import type { Place } from "../../publication.js";

/** Read a `data-place` attribute, `file:line:column`; undefined where it is not one. */
export function readPlace(attribute: string | undefined): Place | undefined {
  const match = /^(.+):(\d+):(\d+)$/.exec(attribute ?? "");
  return match?.[1] ? { file: match[1], line: Number(match[2]), column: Number(match[3]) } : undefined;
}
