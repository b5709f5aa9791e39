import { createHash } from "node:crypto";
import type { Kept } from "../../publication.js";

/*
 * An entry is one file: the SHA-256 of all that follows, in hex, and a line feed; a line of JSON with the entry's own name, the
 * facts and the lengths of the files; the files.
 */

const feed = 0x0a;

/** Write an entry, sealed with its own checksum and name. */
export function encodeEntry(name: string, { facts, files }: Kept): Buffer {
  const head = Buffer.from(`${JSON.stringify({ name, facts, sizes: files.map(({ length }) => length) })}\n`);
  const seal = createHash("sha256").update(head);
  for (const bytes of files) seal.update(bytes);
  return Buffer.concat([Buffer.from(`${seal.digest("hex")}\n`), head, ...files]);
}

/** Read an entry; undefined where a single byte of it is not as it was written, or it is another one. */
export function decodeEntry(name: string, entry: Uint8Array): Kept | undefined {
  const start = entry.indexOf(feed) + 1;
  const seal = Buffer.from(entry.subarray(0, Math.max(start - 1, 0))).toString("latin1");
  const sealed = entry.subarray(start);
  if (start === 0 || createHash("sha256").update(sealed).digest("hex") !== seal) return undefined;
  const end = sealed.indexOf(feed);
  const head = JSON.parse(new TextDecoder().decode(sealed.subarray(0, end))) as {
    name: string;
    facts: unknown;
    sizes: readonly number[];
  };
  if (head.name !== name) return undefined;
  let at = end + 1;
  const files = head.sizes.map((size) => {
    at += size;
    return sealed.subarray(at - size, at);
  });
  return { facts: head.facts, files };
}
