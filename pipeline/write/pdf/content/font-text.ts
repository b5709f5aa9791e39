import { type PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "./page-content.js";

/** How the codes of a font are read as text (ISO 32000-1, 9.10.3). */
export interface FontText {
  /** Hexadecimal digits in a code. */
  readonly digits: number;
  /** By code, as lower-case hexadecimal digits. */
  readonly characters: ReadonlyMap<string, string>;
  /** The code of the space. */
  readonly space: string | undefined;
}

/** Read a font's ToUnicode table; empty where it has none. */
export function fontText(font: PDFDict): FontText {
  const table = font.lookup(PDFName.of("ToUnicode"));
  const source = table instanceof PDFStream ? streamText(table) : "";
  const digits = /begincodespacerange\s*<([0-9a-f]+)>/i.exec(source)?.[1]?.length ?? 4;
  const characters = new Map<string, string>();
  const toCode = (value: number) => value.toString(16).padStart(digits, "0");
  for (const [, body = ""] of source.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = "", text = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      characters.set(code.toLowerCase(), utf16(text));
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
        if (own !== undefined) characters.set(toCode(code), own);
      }
    }
  }
  const space = [...characters].find(([, text]) => text === " ")?.[0];
  return { digits, characters, space };
}

/** Read what a string operand shows, `<0012>` or `(text)` or an array of them; codes without a meaning show nothing. */
export function shownText(operand: string, { digits, characters }: FontText): string {
  let text = "";
  for (const code of codesOf(operand, digits)) text += characters.get(code) ?? "";
  return text;
}

/** Part a string operand into codes of so many hexadecimal digits. */
export function codesOf(operand: string, digits: number): string[] {
  const codes: string[] = [];
  for (const [string] of operand.matchAll(/<[^>]*>|\((?:\\.|[^\\()])*\)/gs)) {
    const hex = string.startsWith("<") ? string.slice(1, -1).replace(/\s/g, "").toLowerCase() : toHex(string);
    for (let at = 0; at < hex.length; at += digits) codes.push(hex.slice(at, at + digits));
  }
  return codes;
}

/** Read a PDF text string as written in a content stream: UTF-16 with its mark, or Latin. */
export function textString(operand: string): string {
  const hex = operand.startsWith("<") ? operand.slice(1, -1).toLowerCase() : toHex(operand);
  return hex.startsWith("feff") ? utf16(hex.slice(4)) : Buffer.from(hex, "hex").toString("latin1");
}

function toHex(literal: string): string {
  const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const bytes = literal
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|\r\n|.)/gs, (_, escaped: string) =>
      /^[0-7]/.test(escaped)
        ? String.fromCharCode(parseInt(escaped, 8) & 255)
        : /^[\r\n]/.test(escaped)
          ? ""
          : (escapes[escaped] ?? escaped),
    );
  return Buffer.from(bytes, "latin1").toString("hex");
}

function utf16(hex: string): string {
  const whole = hex.padStart(Math.ceil(hex.length / 4) * 4, "0");
  return Buffer.from(whole, "hex").swap16().toString("utf16le");
}

function plus(text: string, offset: number): string {
  const last = text.charCodeAt(text.length - 1);
  return text.slice(0, -1) + String.fromCharCode(last + offset);
}
