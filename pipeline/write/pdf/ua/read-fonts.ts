import { PDFDict, PDFRawStream, PDFStream } from "@cantoo/pdf-lib";
import { codeAt, type FontText, fontText } from "../content/font-text.js";
import { type GlyphWidths, glyphWidths } from "../content/glyph-widths.js";
import { streamBytes } from "../content/page-content.js";
import { bytesOf } from "../content/strings.js";
import { dictOf, get, listOf, nameOf } from "../values.js";
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
  /** The codes shown, with the first page of each. */
  readonly codes: ReadonlyMap<number, number>;
  /** Whether a code is the number of a glyph. */
  readonly isIdentity: boolean;
  /** Of composite fonts only. */
  readonly widths: GlyphWidths;
  /** The first page where it is used. */
  readonly page: number;
}

/** Gather the fonts that pages show text in, one after another. */
export function* readFonts(contents: readonly ContentFacts[]): Iterable<FontFacts> {
  const strings = new Map<PDFDict, Shown[]>();
  contents.forEach(({ shown }, page) => {
    for (const [font, list] of shown) {
      const known = strings.get(font) ?? [];
      for (const operand of list) known.push({ operand, page });
      strings.set(font, known);
    }
  });
  for (const [dictionary, shown] of strings) yield readFont(dictionary, shown);
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
  const codes = new Map<number, number>();
  const seen: boolean[] = [];
  for (const { operand, page } of shown) {
    const bytes = bytesOf(operand);
    for (let at = 0; at < bytes.length; at += text.size) {
      const code = codeAt(bytes, at, text.size);
      if (seen[code]) continue;
      seen[code] = true;
      codes.set(code, page);
    }
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
        ? readTrueType(streamBytes(program))
        : undefined,
    text,
    codes,
    isIdentity: encoding === "Identity-H" && nameOf(get(descendant, "CIDToGIDMap")) === "Identity",
    widths: glyphWidths(descendant),
    page: shown[0]?.page ?? 0,
  };
}
