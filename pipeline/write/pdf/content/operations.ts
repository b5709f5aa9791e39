import { stringEnd } from "./strings.js";

/** One operator of a content stream with its operands, and where they stand in it (ISO 32000-1, 7.8.2). */
export interface Operation {
  readonly name: string;
  /** As written: `<0012>`, `/F4`, `12.5`, whole arrays and dictionaries. */
  readonly operands: readonly string[];
  /** Where its first operand begins, and where it ends itself. */
  readonly from: number;
  readonly to: number;
}

const [percent, slash, less, greater] = [0x25, 0x2f, 0x3c, 0x3e];
const [openParen, closeParen, openBracket, closeBracket] = [0x28, 0x29, 0x5b, 0x5d];
const [isSpace, isDelimiter] = [1, 2];

/** What ends a token, by its character (7.2.2): a table, for every character of every page is looked up in it. */
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = isSpace;
for (const code of [
  percent,
  slash,
  less,
  greater,
  openParen,
  closeParen,
  openBracket,
  closeBracket,
  0x7b,
  0x7d,
])
  kinds[code] = isDelimiter;

const construction = new Set(["m", "l", "c", "v", "y", "h", "re"]);
/** Operators of a path, one after the other. By a regular expression, as what follows: it is fast the first time, while code is when it is warm. */
const path = /(?:\s*(?:[-+.\d]+\s+)*(?:[mlcvyh]|re)(?=[\s/[(<]|$))+/y;
/** A string without brackets inside, an array of numbers and such strings, a dictionary of names and numbers. */
const simple =
  /\([^()\\]*(?:\\.[^()\\]*)*\)|\[[^()[\]<>%]*(?:\([^()\\]*(?:\\.[^()\\]*)*\)[^()[\]<>%]*)*\]|<<[^()[\]<>%]*>>/sy;

/**
 * Read a content stream, one character a byte, as operations. Where there are operators that nobody asks for, these are left out, and of a path
 * all that follows its beginning. Throws where brackets do not match.
 */
export function operationsOf(stream: string, unheeded?: ReadonlySet<string>): readonly Operation[] {
  const operations: Operation[] = [];
  // Where operands begin and end: they are cut out for those alone who ask.
  const places: number[] = [];
  let count = 0;
  for (let at = skip(stream, 0); at < stream.length; at = skip(stream, at)) {
    const end = tokenEnd(stream, at);
    if (isOperand(stream, at, end)) {
      places[count++] = at;
      places[count++] = end;
      at = end;
      continue;
    }
    const name = stream.slice(at, end);
    let to = name === "BI" ? imageEnd(stream, end) : end;
    if (!unheeded?.has(name)) {
      const operands: string[] = [];
      for (let each = 0; each < count; each += 2) operands.push(stream.slice(places[each], places[each + 1]));
      operations.push({ name, operands, from: (count > 0 ? places[0] : undefined) ?? at, to });
    }
    if (unheeded && construction.has(name)) {
      path.lastIndex = to;
      if (path.test(stream)) to = path.lastIndex;
    }
    count = 0;
    at = to;
  }
  return operations;
}

function isOperand(stream: string, at: number, end: number): boolean {
  const first = stream.charCodeAt(at);
  // Operators begin with a letter or are ' or ".
  const isLetter = (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
  if (!isLetter) return first !== 0x27 && first !== 0x22;
  return end - at > 3 && /^(?:true|false|null)$/.test(stream.slice(at, end));
}

function skip(stream: string, start: number): number {
  let at = start;
  for (; at < stream.length; at++) {
    const code = stream.charCodeAt(at);
    if (code === percent) while (at < stream.length && !isLineEnd(stream.charCodeAt(at))) at++;
    else if (kinds[code] !== isSpace) break;
  }
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** Find the end of the token that begins here. */
function tokenEnd(stream: string, start: number): number {
  const first = stream.charCodeAt(start);
  if (first === openParen || first === openBracket || first === less) {
    simple.lastIndex = start;
    if (simple.test(stream)) return simple.lastIndex;
  }
  if (first === openParen) return stringEnd(stream, start);
  if (first === openBracket) return groupEnd(stream, start + 1, closeBracket);
  if (first === less) {
    if (stream.charCodeAt(start + 1) === less) return groupEnd(stream, start + 2, greater) + 1;
    const end = stream.indexOf(">", start);
    if (end < 0) throw new Error("A string does not end");
    return end + 1;
  }
  let at = start + 1;
  while (at < stream.length && kinds[stream.charCodeAt(at)] === 0) at++;
  return at;
}

/** An inline image, from BI to EI, is one operation here, whatever its bytes look like. */
function imageEnd(stream: string, start: number): number {
  const data = inlineData(stream, start) - 1;
  for (const { index } of stream.slice(data).matchAll(/(?<=[\0\t\n\f\r ])EI(?![^\0\t\n\f\r ])/g)) {
    const end = data + index + 2;
    // Bytes that look like its end go on as no program does.
    if (/^[\t\n\f\r\x20-\x7e]*$/.test(stream.slice(end, end + 12))) return end;
  }
  throw new Error("An inline image does not end");
}

/** Find where the bytes of an inline image begin, whose dictionary begins here (8.9.7). Throws where there is no end of it. */
export function inlineData(stream: string, start: number): number {
  for (let at = skip(stream, start); at < stream.length; at = skip(stream, tokenEnd(stream, at)))
    if (stream.startsWith("ID", at) && tokenEnd(stream, at) === at + 2) return at + 3;
  throw new Error("An inline image does not end");
}

function groupEnd(stream: string, start: number, closer: number): number {
  for (let at = start; at < stream.length; ) {
    const code = stream.charCodeAt(at);
    if (code === closer) return at + 1;
    if (code === percent) at = skip(stream, at);
    else at = kinds[code] === isDelimiter ? tokenEnd(stream, at) : at + 1;
  }
  throw new Error("A bracket does not close");
}
