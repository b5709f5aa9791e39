import { createHash } from "node:crypto";
import { parseIsbn } from "./isbn.js";

/** What an identifier may be, for messages. */
export const identifierForms = "an ISBN, a DOI, a urn: (urn:isbn:, urn:uuid:, …) or a web address";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Write an identifier in its one canonical form, `urn:isbn:978…` or `doi:10.…`; undefined where it is none. */
export function canonicalIdentifier(text: string): string | undefined {
  const isbn = parseIsbn(text);
  if (isbn) return `urn:isbn:${isbn}`;
  const doi = parseDoi(text);
  if (doi) return `doi:${doi}`;
  if (uuid.test(text)) return `urn:uuid:${text.toLowerCase()}`;
  const [, scheme, name = ""] = /^urn:([a-z0-9][a-z0-9-]{1,31}):(\S+)$/i.exec(text) ?? [];
  if (!scheme) return /^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text) ? text : undefined;
  if (/^isbn$/i.test(scheme)) return undefined;
  if (/^uuid$/i.test(scheme)) return uuid.test(name) ? `urn:uuid:${name.toLowerCase()}` : undefined;
  return text;
}

/** Read a DOI, bare or as an address: `10.1000/182`; undefined where it is none. */
export function parseDoi(text: string): string | undefined {
  return /^(?:doi:\s*|urn:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
}

/** Derive an identifier that stays the same as long as title and authors do (RFC 9562, UUID version 5). */
export function derivedIdentifier(title: string, authors: readonly string[]): string {
  const hash = createHash("sha1")
    .update(namespace)
    .update([title, ...authors].join("\n"))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex", 0, 16);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

/** Publications of quoin that have no identifier: a namespace drawn once, and never to be changed. */
const namespace = Buffer.from("4f1d0a3e8a6c4b7f9c2e5d7b61a0c3f8", "hex");
