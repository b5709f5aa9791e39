import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";

/** ASCII without escapes. */
const plain = /^[\x20-\x5B\x5D-\x7E]*$/;
const names = new Map<string, PDFName>();

/** Make a name; the library reads each for escapes before it looks whether it has it. */
export function toName(key: string): PDFName {
  const known = names.get(key) ?? PDFName.of(key);
  names.set(key, known);
  return known;
}

/** Look an entry of a dictionary up. */
export function get(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
  return dictionary?.lookup(toName(key));
}

/** Look a dictionary in a dictionary up; whatever else stands there is nothing. */
export function dictOf(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = get(dictionary, key);
  return value instanceof PDFDict ? value : undefined;
}

/** List what an entry holds: the members of an array, one thing alone, or nothing. */
export function listOf(dictionary: PDFDict | undefined, key: string): readonly PDFObject[] {
  const value = get(dictionary, key);
  if (value instanceof PDFArray)
    return value
      .asArray()
      .map((_, index) => value.lookup(index))
      .filter((each) => each !== undefined);
  return value ? [value] : [];
}

/** Read a text string. */
export function textOf(value: PDFObject | undefined): string | undefined {
  if (value instanceof PDFString) {
    const own = value.asString();
    // The library writes out its bytes one by one, also where they are the text.
    return plain.test(own) ? own : value.decodeText();
  }
  return value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** Read a name, without its slash. */
export function nameOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** Read a number. */
export function numberOf(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
