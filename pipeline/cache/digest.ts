import { createHash, type Hash } from "node:crypto";

/**
 * Hash what a value holds, bytes and maps too: SHA-256 in hex, the same whatever the order of an object's keys. Throws where it
 * holds a function, whose work nobody knows.
 */
export function digest(value: unknown): string {
  const hash = createHash("sha256");
  add(value, hash);
  return hash.digest("hex");
}

/** Every piece goes in with its kind and its length, so that no two values make the same stream of bytes. */
function add(value: unknown, hash: Hash): void {
  if (typeof value === "string") hash.update(`s${Buffer.byteLength(value)}:`).update(value);
  else if (value instanceof Uint8Array) hash.update(`b${value.length}:`).update(value);
  else if (Array.isArray(value)) {
    hash.update(`a${value.length}:`);
    for (const item of value) add(item, hash);
  } else if (value instanceof Map) add([...value], hash.update("m"));
  else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    add(
      entries.sort(([a], [b]) => (a < b ? -1 : 1)),
      hash.update("o"),
    );
  } else if (typeof value === "function") throw new Error("Expected data, which a function is not");
  else hash.update(`${typeof value}:${value};`);
}
