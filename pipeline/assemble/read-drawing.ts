import { gunzipSync } from "node:zlib";

/** What a declared entity may stand for: styles that a drawing names often are short, and what is not is an attack. */
const longest = 2000;

/** Bytes of a drawing that was packed: a poster's worth, and not what fills the memory. */
const mostUnpacked = 200_000_000;

/** Unpack what was packed with gzip, as `.svgz` is (SVG 2, 1.2 of the media type's registration); all else stays as it is. */
export function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostUnpacked });
  } catch {
    // Whoever looks at it next says that it is no image.
    return bytes;
  }
}

/** Say whether a file is text with angle brackets that draws something: SVG is told by its first element, however far down. */
export function isDrawing(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 100));
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(head) && /<svg[\s/>]/i.test(readDrawing(bytes));
}

/**
 * Read the text of an SVG file, in the encoding that it declares (XML 1.0, 4.3.3), with the entities that it declares itself put in (4.4),
 * and its elements without the prefix that it gives them (Namespaces in XML 1.0, 3).
 */
export function readDrawing(bytes: Uint8Array): string {
  return withoutPrefix(withEntities(new TextDecoder(encodingOf(bytes)).decode(bytes)));
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ?? "utf-8";
  // What is declared in letters of one byte is not UTF-16, whatever it says.
  return /^utf-16/i.test(declared) || !isEncoding(declared) ? "utf-8" : declared;
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

function withoutPrefix(text: string): string {
  const [, prefix] = /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.exec(text) ?? [];
  return prefix
    ? text.replaceAll(new RegExp(`<(/?)${prefix.replaceAll(".", "\\.")}:(?=[a-z])`, "gi"), "<$1")
    : text;
}

function withEntities(text: string): string {
  const doctype = /<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i.exec(text)?.[0];
  if (!doctype) return text;
  const declared = [...doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)];
  const entities = new Map(declared.map(([, name = "", one, other]) => [name, one ?? other ?? ""]));
  const put = (all: string, name: string) => {
    const value = entities.get(name);
    return value === undefined || value.length > longest ? all : value;
  };
  return text.replace(doctype, "").replace(/&([\w.-]+);/g, put);
}
