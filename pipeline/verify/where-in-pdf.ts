import type { Spooled } from "../publication.js";

/** Bytes that are searched at once, and as many as the beginning of an object may have in two of such pieces. */
const [piece, seam] = [1_000_000, 32];

/** Name the object of a PDF in which a byte lies: the nearest that begins before it (ISO 32000-1, 7.3.10). */
export function whereInPdf(file: Spooled, offset: number): string {
  for (let from = offset - piece, to = offset; to > 0; from -= piece, to = from + piece + seam) {
    const before = Buffer.from(file.read(Math.max(0, from), to)).toString("latin1");
    // What a piece begins with may be the rest of a longer number.
    const begun = from > 0 ? /[\r\n](\d+) \d+ obj\b/g : /(?:^|[\r\n])(\d+) \d+ obj\b/g;
    const object = [...before.matchAll(begun)].at(-1)?.[1];
    if (object !== undefined) return `byte ${offset}, in or after object ${object}`;
  }
  return `byte ${offset}`;
}
