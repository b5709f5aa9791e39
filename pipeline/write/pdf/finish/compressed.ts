import { zlibSync } from "fflate";

/**
 * Deflate bytes (ISO 32000-1, 7.4.4). Not by node:zlib: what it makes may be other bytes in another release of Node. A higher level takes
 * half as long again, for a two-thousandth of the size.
 */
export function compressed(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 6 });
}
