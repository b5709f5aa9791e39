import type { Checker } from "./finding.js";

/** Ask that `mimetype` comes first, stored, without extra fields (EPUB 3.3, OCF ZIP container media type). */
export const mimetype: Checker = ({ bytes }) => {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // An archive without entries is shorter than one local header.
  const nameLength = header.length < 30 ? 0 : header.readUInt16LE(26);
  const fail = (rule: string, reason: string) => [
    { rule: `epub/${rule}`, gravity: "error" as const, reason, path: "mimetype" },
  ];
  if (header.toString("latin1", 30, 30 + nameLength) !== "mimetype")
    return fail("mimetype-first", "Unexpected first entry of the archive, expected `mimetype`");
  if (header.readUInt16LE(8) !== 0)
    return fail("mimetype-stored", "Unexpected compression of `mimetype`, expected it stored");
  const start = 30 + nameLength + header.readUInt16LE(28);
  if (!header.toString("latin1", start, start + 21).startsWith("application/epub+zip"))
    return fail("mimetype-content", "Unexpected content of `mimetype`, expected `application/epub+zip`");
  return [];
};
