import type { FontReach } from "./font-reach.js";

/** Where the pen goes while text is shown, from where it stood, in thousandths of the font's size. */
export interface Stride {
  readonly low: number;
  readonly high: number;
  readonly end: number;
}

const [openParen, closeParen, openBracket, closeBracket] = [0x28, 0x29, 0x5b, 0x5d];
const [less, backslash, carriageReturn] = [0x3c, 0x5c, 0x0d];
const space = /[\0\t\n\f\r ]+/y;
/** A number as all readers read it: not too long, and nothing that would be a part of it behind it. */
const number = /[-+]?(?:\d{1,6}(?:\.\d*)?|\.\d+)(?![-+.\w])/y;
const hexadecimal = /<((?:[\da-f]{4})*)>/iy;
const escapes = new Map([..."nrtbf"].map((letter, i) => [letter.charCodeAt(0), [10, 13, 9, 8, 12][i] ?? 0]));

/**
 * Follow the pen over an operand of Tj or TJ whose codes have two bytes; undefined where the operand is written in a way that
 * not everybody reads alike.
 */
export function strideOf(operand: string, { widths, standard }: FontReach): Stride | undefined {
  const isArray = operand.charCodeAt(0) === openBracket;
  if (isArray !== (operand.charCodeAt(operand.length - 1) === closeBracket)) return undefined;
  let [low, high, pen] = [0, 0, 0];
  const move = (by: number) => {
    pen += by;
    if (pen < low) low = pen;
    if (pen > high) high = pen;
  };
  const show = (code: number) => move(code < widths.length ? (widths[code] ?? standard) : standard);
  const last = isArray ? operand.length - 1 : operand.length;
  for (let at = isArray ? 1 : 0; at < last; ) {
    const code = operand.charCodeAt(at);
    if (code === openParen) {
      at = showLiteral(operand, at + 1, show);
      if (at < 0) return undefined;
    } else if (code === less) {
      const digits = found(hexadecimal, operand, at)?.[1];
      if (digits === undefined) return undefined;
      for (let each = 0; each < digits.length; each += 4)
        show(Number.parseInt(digits.slice(each, each + 4), 16));
      at += digits.length + 2;
    } else {
      const spaces = found(space, operand, at)?.[0];
      const kern = spaces === undefined ? found(number, operand, at)?.[0] : undefined;
      if (kern !== undefined) move(-Number(kern));
      else if (spaces === undefined) return undefined;
      at += (kern ?? spaces ?? "").length;
    }
  }
  return { low, high, end: pen };
}

function found(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Show the codes of a string that begins here, within its brackets (ISO 32000-1, 7.3.4.2), and find its end; -1 where somebody may read others. */
function showLiteral(text: string, start: number, show: (code: number) => void): number {
  let depth = 0;
  let first = -1;
  for (let at = start; at < text.length; at++) {
    let byte = text.charCodeAt(at);
    if (byte === carriageReturn) return -1;
    if (byte === openParen) depth++;
    else if (byte === closeParen && depth-- === 0) return first < 0 ? at + 1 : -1;
    else if (byte === backslash) {
      byte = text.charCodeAt(++at);
      if (byte === carriageReturn || byte === 10) return -1;
      if (byte >= 0x30 && byte <= 0x37) {
        // Those who write fewer digits than three must look at what comes next.
        const digits = text.slice(at, at + 3);
        if (!/^[0-3][0-7]{2}$/.test(digits)) return -1;
        byte = Number.parseInt(digits, 8);
        at += 2;
      } else byte = escapes.get(byte) ?? byte;
    }
    if (first < 0) first = byte;
    else {
      show(first * 256 + byte);
      first = -1;
    }
  }
  return -1;
}
