import type { Finding } from "../importer.js";

/** Text as it was saved, its line ends made plain, and what had to be guessed or taken out of it. */
export interface Decoded {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Above this share of control characters a file is no text, whatever its name. */
const strangest = 0.01;

/** Lines above this number are no report but a listing of data. */
const mostLines = 200_000;

/** Decode a text file: UTF-8, UTF-16 by its mark, else Windows-1252 with a finding. */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const refuse = (reason: string): Decoded => ({
    text: "",
    findings: [{ rule: "import-unreadable", reason, from: { file } }],
  });
  if (bytes.length === 0) return refuse("Unexpected empty file, expected text");
  const { text: raw, encoding } = decodeBytes(bytes);
  const text = raw.replace(/\r\n?/g, "\n");
  const controls = text.match(control) ?? [];
  if (controls.length > Math.max(3, text.length * strangest))
    return refuse("Unexpected binary content, expected text; `--from` names another format");
  const lines = text.split("\n").length;
  if (lines > mostLines)
    return refuse(`Unexpected ${lines} lines, expected at most ${mostLines}: bring it in by parts`);
  const findings: Finding[] = [];
  if (encoding !== "UTF-8") {
    const reason = `Read as ${encoding}, for the file is not UTF-8; look at letters with accents and at quotation marks`;
    findings.push({ rule: "import-encoding-guessed", reason, from: { file } });
  }
  if (controls.length > 0) {
    const [first = ""] = controls;
    const line = text.slice(0, text.indexOf(first)).split("\n").length;
    const code = first.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    const reason = `Took out ${controls.length} control characters, the first U+${code}`;
    findings.push({ rule: "import-characters-dropped", reason, from: { file, line } });
  }
  return { text: text.replace(control, "").replace(/\ufeff/g, ""), findings };
}

/** All control characters but tab, line feed and form feed, which ends a page; and what is no character at all. */
const control = /(?![\t\n\f])\p{Cc}|[\ufffd-\uffff\ufdd0-\ufdef]/gu;

function decodeBytes(bytes: Uint8Array): { text: string; encoding: string } {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : undefined;
  const mark = wide ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined);
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: "UTF-8" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: decodeWindows(bytes), encoding: "Windows-1252" };
  }
}

/** Bytes 0x80 to 0x9F of Windows-1252 (WHATWG Encoding); some versions of Node decode them as control characters. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (c) => upper[c.charCodeAt(0) - 0x80] ?? c);
}
