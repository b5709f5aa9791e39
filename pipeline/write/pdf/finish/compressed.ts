import { deflated } from "../content/zlib.js";

/** Two more levels take half as long again, for a five-hundredth of the size. */
const level = 7;

/** Deflates bytes, here or elsewhere. */
export type Deflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/**
 * Deflate bytes (ISO 32000-1, 7.4.4). Not by node:zlib, which makes other bytes in another release of Node or on another processor; nor by JavaScript,
 * which takes three times as long where it has just been loaded.
 */
export function compressed(bytes: Uint8Array): Uint8Array {
  return deflated(bytes, level);
}
