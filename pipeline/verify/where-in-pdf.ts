/** Name the object of a PDF in which a byte lies: the nearest that begins before it (ISO 32000-1, 7.3.10). */
export function whereInPdf(bytes: Uint8Array, offset: number): string {
  const before = Buffer.from(bytes.subarray(0, offset)).toString("latin1");
  const object = [...before.matchAll(/(?:^|[\r\n])(\d+) \d+ obj\b/g)].at(-1)?.[1];
  return object === undefined ? `byte ${offset}` : `byte ${offset}, in or after object ${object}`;
}
