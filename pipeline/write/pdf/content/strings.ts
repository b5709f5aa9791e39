/** Strings of content streams, one character a byte (ISO 32000-1, 7.3.4). */

const [openParen, less, backslash, closeParen] = [0x28, 0x3c, 0x5c, 0x29];
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const escaped = /^(?:([0-7]{1,3})|(\r\n|.?))/s;

/** By regular expressions, which are fast the first time: what stands before the next string, and a string without brackets inside. */
const between = /[^(<]+/y;
const simple = /\([^()\\]*(?:\\.[^()\\]*)*\)/sy;

/** Read the bytes of a string operand, `<0012>` or `(text)`, or those of all strings in an array of them. */
export function bytesOf(operand: string): string {
  let bytes = "";
  for (let at = 0; at < operand.length; at++) {
    between.lastIndex = at;
    if (between.test(operand)) at = between.lastIndex;
    const code = operand.charCodeAt(at);
    if (code === openParen) {
      const end = stringEnd(operand, at);
      bytes += unescaped(operand.slice(at + 1, end - 1));
      at = end - 1;
    } else if (code === less) {
      const end = operand.indexOf(">", at);
      const digits = operand.slice(at + 1, end < 0 ? undefined : end).replace(/\s/g, "");
      bytes += Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1");
      at = end < 0 ? operand.length : end;
    }
  }
  return bytes;
}

/** Write bytes as a string, for which they need the fewest of them. */
export function toLiteral(bytes: string): string {
  return `(${/[\\()\r]/.test(bytes) ? bytes.replace(/[\\()]/g, "\\$&").replace(/\r/g, "\\r") : bytes})`;
}

/** Find the end of the string that begins here with its bracket. Throws where it has none. */
export function stringEnd(stream: string, start: number): number {
  simple.lastIndex = start;
  if (simple.test(stream)) return simple.lastIndex;
  let depth = 0;
  for (let at = start; at < stream.length; at++) {
    const code = stream.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === openParen) depth++;
    else if (code === closeParen && --depth === 0) return at + 1;
  }
  throw new Error("A string does not end");
}

function unescaped(literal: string): string {
  let slash = literal.indexOf("\\");
  if (slash < 0) return literal;
  let bytes = "";
  let at = 0;
  // By hand: the codes of m and n are brackets in many fonts, so that most strings have escapes.
  for (; slash >= 0; slash = literal.indexOf("\\", at)) {
    bytes += literal.slice(at, slash);
    const code = literal.charCodeAt(slash + 1);
    at = slash + 2;
    if (code === openParen || code === closeParen || code === backslash) bytes += literal.charAt(slash + 1);
    else {
      const [, octal, other = ""] = escaped.exec(literal.slice(slash + 1)) ?? [];
      at = slash + 1 + (octal ?? other).length;
      if (octal !== undefined) bytes += String.fromCharCode(parseInt(octal, 8) & 255);
      else if (!/^[\r\n]/.test(other)) bytes += escapes[other] ?? other;
    }
  }
  return bytes + literal.slice(at);
}
