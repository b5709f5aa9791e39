import { type PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "./page-content.js";
import { bytesOf } from "./strings.js";

/** How the codes of a font are read as text (ISO 32000-1, 9.10.3). */
export interface FontText {
  /** Bytes in a code. */
  readonly size: number;
  /** By code. */
  readonly characters: ReadonlyMap<number, string>;
  /** The bytes of the space. */
  readonly space: string | undefined;
}

/** By their tables, which nobody changes: several steps ask for each. */
const known = new WeakMap<PDFStream, FontText>();

/** Read a font's ToUnicode table; empty where it has none. */
export function fontText(font: PDFDict): FontText {
  const table = font.lookup(PDFName.of("ToUnicode"));
  if (!(table instanceof PDFStream)) return readTable("");
  const read = known.get(table) ?? readTable(streamText(table));
  known.set(table, read);
  return read;
}

function readTable(source: string): FontText {
  const digits = /begincodespacerange\s*<([0-9a-f]+)>/i.exec(source)?.[1]?.length ?? 4;
  const characters = new Map<number, string>();
  for (const [, body = ""] of source.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = "", text = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      characters.set(parseInt(code, 16), utf16(text));
    }
  }
  for (const [, body = ""] of source.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, low = "", high = "", text, list = ""] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/gi,
    )) {
      const first = parseInt(low, 16);
      const texts = [...list.matchAll(/<([0-9a-f]+)>/gi)].map(([, each = ""]) => utf16(each));
      for (let code = first; code <= parseInt(high, 16); code++) {
        const own = text === undefined ? texts[code - first] : plus(utf16(text), code - first);
        if (own !== undefined) characters.set(code, own);
      }
    }
  }
  const space = [...characters].find(([, text]) => text === " ")?.[0];
  const size = Math.ceil(digits / 2);
  return { size, characters, space: space === undefined ? undefined : toBytes(space, size) };
}

/** Read what a string operand shows; codes without a meaning show nothing. */
export function shownText(operand: string, { size, characters }: FontText): string {
  const bytes = bytesOf(operand);
  let text = "";
  if (size !== 2)
    for (let at = 0; at < bytes.length; at += size) text += characters.get(codeAt(bytes, at, size)) ?? "";
  // What there is most of, without a call for each.
  else
    for (let at = 0; at < bytes.length; at += 2)
      text += characters.get(bytes.charCodeAt(at) * 256 + (bytes.charCodeAt(at + 1) || 0)) ?? "";
  return text;
}

/** Part a string operand into codes of so many bytes. */
export function codesOf(operand: string, size: number): number[] {
  const bytes = bytesOf(operand);
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; at += size) codes.push(codeAt(bytes, at, size));
  return codes;
}

/** Read a code of so many bytes. */
export function codeAt(bytes: string, at: number, size: number): number {
  let code = 0;
  for (let next = at; next < at + size; next++) code = code * 256 + (bytes.charCodeAt(next) || 0);
  return code;
}

/** Write a code in so many bytes. */
function toBytes(code: number, size: number): string {
  return size < 2
    ? String.fromCharCode(code)
    : toBytes(code >> 8, size - 1) + String.fromCharCode(code & 255);
}

function utf16(hex: string): string {
  const whole = hex.padStart(Math.ceil(hex.length / 4) * 4, "0");
  return Buffer.from(whole, "hex").swap16().toString("utf16le");
}

function plus(text: string, offset: number): string {
  const last = text.charCodeAt(text.length - 1);
  return text.slice(0, -1) + String.fromCharCode(last + offset);
}
