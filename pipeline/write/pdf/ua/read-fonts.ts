import { PDFArray, PDFDict, PDFRawStream, PDFStream } from "@cantoo/pdf-lib";
import { codesOf, type FontText, fontText } from "../content/font-text.js";
import { streamText } from "../content/page-content.js";
import { dictOf, get, listOf, nameOf, numberOf } from "../values.js";
import type { ContentFacts } from "./read-contents.js";
import { readTrueType, type TrueType } from "./read-true-type.js";

/** A font that text is shown in. */
export interface FontFacts {
  readonly dictionary: PDFDict;
  readonly name: string;
  /** `Type0`, `Type3`, `TrueType`. */
  readonly subtype: string;
  /** The descendant of a composite font. */
  readonly descendant: PDFDict | undefined;
  readonly descriptor: PDFDict | undefined;
  readonly encoding: string | undefined;
  /** The embedded program, where there is one. */
  readonly program: PDFStream | undefined;
  readonly trueType: TrueType | undefined;
  readonly text: FontText;
  /** The codes shown, as lower-case hexadecimal digits, with the first page of each. */
  readonly codes: ReadonlyMap<string, number>;
  /** Whether a code is the number of a glyph. */
  readonly isIdentity: boolean;
  /** By code, in thousandths of the size; of composite fonts only. */
  readonly widths: ReadonlyMap<number, number>;
  /** The first page where it is used. */
  readonly page: number;
}

/** Gather the fonts that pages show text in. */
export function readFonts(contents: readonly ContentFacts[]): readonly FontFacts[] {
  const strings = new Map<PDFDict, Shown[]>();
  contents.forEach(({ shown }, page) => {
    for (const [font, list] of shown) {
      const known = strings.get(font) ?? [];
      for (const operand of list) known.push({ operand, page });
      strings.set(font, known);
    }
  });
  return [...strings].map(([dictionary, shown]) => readFont(dictionary, shown));
}

interface Shown {
  readonly operand: string;
  readonly page: number;
}

function readFont(dictionary: PDFDict, shown: readonly Shown[]): FontFacts {
  const [first] = listOf(dictionary, "DescendantFonts");
  const descendant = first instanceof PDFDict ? first : undefined;
  const descriptor = dictOf(descendant ?? dictionary, "FontDescriptor");
  const program = ["FontFile", "FontFile2", "FontFile3"]
    .map((key) => get(descriptor, key))
    .find((each) => each instanceof PDFStream);
  const text = fontText(dictionary);
  const codes = new Map<string, number>();
  for (const { operand, page } of shown) {
    for (const code of codesOf(operand, text.digits)) if (!codes.has(code)) codes.set(code, page);
  }
  const encoding = nameOf(get(dictionary, "Encoding"));
  return {
    dictionary,
    name: nameOf(get(dictionary, "BaseFont")) ?? nameOf(get(dictionary, "Name")) ?? "without a name",
    subtype: nameOf(get(dictionary, "Subtype")) ?? "",
    descendant,
    descriptor,
    encoding,
    program,
    trueType:
      program instanceof PDFRawStream && get(descriptor, "FontFile2") === program
        ? readTrueType(Buffer.from(streamText(program), "latin1"))
        : undefined,
    text,
    codes,
    isIdentity: encoding === "Identity-H" && nameOf(get(descendant, "CIDToGIDMap")) === "Identity",
    widths: readWidths(descendant),
    page: shown[0]?.page ?? 0,
  };
}

/** Read the W array: `first [w w …]` or `first last w` (ISO 32000-1, 9.7.4.3). */
function readWidths(descendant: PDFDict | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = listOf(descendant, "W");
  for (let at = 0; at < list.length; ) {
    const first = numberOf(list[at]) ?? 0;
    const next = list[at + 1];
    if (next instanceof PDFArray) {
      next.asArray().forEach((_, index) => void widths.set(first + index, numberOf(next.lookup(index)) ?? 0));
      at += 2;
    } else {
      const width = numberOf(list[at + 2]) ?? 0;
      for (let code = first; code <= (numberOf(next) ?? -1); code++) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}
