import { createHash } from "node:crypto";
import type { Kept, Spooled } from "../../publication.js";
import { partOf, piecesOf } from "../../spooled.js";

/*
 * An entry is one file: the SHA-256 of all that follows, in hex, and a line feed; a line of JSON with the entry's own name, the
 * facts and the lengths of the files; the files.
 */

const feed = 0x0a;

/** Digits of the checksum, with the feed behind them. */
const sealed = 65;

/** Write an entry, sealed with its own checksum and name, in pieces. */
export function* encodeEntry(name: string, { facts, files }: Kept): Generator<Uint8Array> {
  const head = Buffer.from(`${JSON.stringify({ name, facts, sizes: files.map(({ size }) => size) })}\n`);
  const seal = createHash("sha256").update(head);
  for (const file of files) for (const bytes of piecesOf(file)) seal.update(bytes);
  yield Buffer.concat([Buffer.from(`${seal.digest("hex")}\n`), head]);
  for (const file of files) yield* piecesOf(file);
}

/** Read an entry; undefined where a single byte of it is not as it was written, or it is another one. */
export function decodeEntry(name: string, entry: Spooled): Kept | undefined {
  const content = partOf(entry, Math.min(sealed, entry.size), entry.size);
  const digest = createHash("sha256");
  const line: Uint8Array[] = [];
  let end = -1;
  for (const bytes of piecesOf(content)) {
    digest.update(bytes);
    if (end >= 0) continue;
    end = bytes.indexOf(feed);
    line.push(end < 0 ? bytes : bytes.subarray(0, end));
  }
  const seal = Buffer.from(entry.read(0, entry.size - content.size)).toString("latin1");
  if (end < 0 || seal !== `${digest.digest("hex")}\n`) return undefined;
  const text = Buffer.concat(line);
  const head = JSON.parse(text.toString("utf8")) as {
    name: string;
    facts: unknown;
    sizes: readonly number[];
  };
  if (head.name !== name) return undefined;
  let at = text.length + 1;
  const files = head.sizes.map((size) => {
    at += size;
    return partOf(content, at - size, at);
  });
  return { facts: head.facts, files };
}
