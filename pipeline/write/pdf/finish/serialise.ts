import { PDFArray, PDFDict, PDFHexString, PDFNull, type PDFObject, PDFRef, PDFString } from "@cantoo/pdf-lib";
import { toLiteral } from "../content/strings.js";

/** Write an object, one character a byte, with as little white space as ISO 32000-1, 7.2 lets be; references by the numbers that they get. */
export function serialise(object: PDFObject, numbers: ReadonlyMap<PDFRef, number>): string {
  if (object instanceof PDFRef) {
    const number = numbers.get(object);
    return number === undefined ? "null" : `${number} 0 R`;
  }
  if (object instanceof PDFDict) {
    let entries = "";
    object.asMap().forEach((value, key) => {
      // An entry of nothing is none (7.3.7).
      if (value !== PDFNull) entries += `${key}${apart(serialise(value, numbers))}`;
    });
    return `<<${entries}>>`;
  }
  if (object instanceof PDFArray) {
    let members = "";
    for (const member of object.asArray()) {
      const written = serialise(member, numbers);
      members += members === "" ? written : apart(written);
    }
    return `[${members}]`;
  }
  if (object instanceof PDFHexString) return toLiteral(Buffer.from(object.asBytes()).toString("latin1"));
  // A bare return in a string would be read as a line's end.
  return object instanceof PDFString ? object.toString().replace(/\r/g, "\\r") : object.toString();
}

const delimiters = new Set([..."/(<["].map((delimiter) => delimiter.charCodeAt(0)));

/** Part a token from the one before it, where it does not begin with a delimiter. */
function apart(written: string): string {
  return delimiters.has(written.charCodeAt(0)) ? written : ` ${written}`;
}
