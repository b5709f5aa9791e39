import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";

/**
 * Decode a source as UTF-8, without its byte order mark; report the line of bytes that are not, control characters, and the sign of lost letters. UTF-16 is
 * reported and read all the same, so that nothing else seems to be wrong in it.
 */
export function decode(bytes: Uint8Array, file: string): { text: string; messages: VFileMessage[] } {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const reason = "Unexpected UTF-16; save the file with the encoding UTF-8";
    const text = new TextDecoder(utf16).decode(bytes);
    return { text, messages: [problem("encoding-invalid", reason, { file, line: 1, column: 1 })] };
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  const messages: VFileMessage[] = [];
  const whole = isUtf8(bytes);
  // Where the bytes are no UTF-8, decoding itself has put it there.
  const lost = whole ? text.indexOf("\ufffd") : -1;
  if (lost >= 0) {
    const times = text.split("\ufffd").length - 1;
    const often = times > 1 ? `, the first of ${times}` : "";
    const reason = `Unexpected U+FFFD${often}: a letter was lost here when the text was saved with another encoding; write it anew`;
    messages.push(problem("character-lost", reason, placeAt(text, lost, file)));
  }
  if (!whole) {
    const place = placeAt(text, firstReplacement(bytes), file);
    messages.push(
      problem(
        "encoding-invalid",
        "Unexpected bytes that are not UTF-8; save the file with the encoding UTF-8",
        place,
      ),
    );
  }
  // Form feeds and the like reach Markdown unharmed and make XHTML that no reading system opens (XML 1.0, 2.2 Char).
  const index = text.search(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u);
  if (index >= 0) {
    const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
    const place = placeAt(text, index, file);
    messages.push(problem("character-invalid", `Unexpected control character U+${code}`, place));
  }
  return { text, messages };
}

/** Tell UTF-16 by its mark; without one, by the bytes of nought that every second one of its spaces, line ends and Latin letters is. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (bytes.length < 8 || bytes.length % 2 !== 0 || !bytes.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  // Writings other than Latin have these bytes at their spaces and marks alone.
  const enough = bytes.length / 32;
  if (odd >= enough && even === 0) return "utf-16le";
  return even >= enough && odd === 0 ? "utf-16be" : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The index in the decoded text of the first byte that had to be replaced: by halving, since only whether it decodes is known. */
function firstReplacement(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const decodes = (end: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder("utf-8").decode(bytes.subarray(0, low), { stream: true }).length;
}

function placeAt(text: string, index: number, file: string) {
  const before = text.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
