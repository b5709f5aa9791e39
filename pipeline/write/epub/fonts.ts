/// <reference path="./subset-font.d.ts" />
import { charactersOfFont, hasCharacter } from "../../characters-of-font.js";
import type { FontFace } from "../../publication.js";

/** A face of the book, cut down to the characters that the book has. */
export interface BookFont {
  /** Relative to the package document: `fonts/SourceSans3-Regular.ttf`. */
  readonly href: string;
  readonly mediaType: "font/ttf" | "font/otf";
  readonly face: FontFace;
  readonly bytes: Uint8Array;
}

/** OpenType features that the style sheets use, and those that scripts cannot be written without. */
const features =
  "c2sc calt ccmp clig curs dlig fina init isol kern liga lnum locl mark medi mkmk onum pnum rclt rlig smcp sups tnum".split(
    " ",
  );

/** Cut faces down to the characters that are wanted of each; a face that could set none of their letters is left out. */
export async function subsetFonts(
  wanted: readonly { readonly face: FontFace; readonly characters: string }[],
  pause: () => Promise<unknown> = async () => undefined,
): Promise<BookFont[]> {
  const fonts: BookFont[] = [];
  for (const { face, characters } of wanted) {
    const letters = characters.replace(/[^\p{L}]/gu, "");
    if (letters === "") continue;
    await pause();
    const { default: subsetFont } = await import("subset-font");
    const bytes = await subsetFont(Buffer.from(face.bytes), characters, {
      targetFormat: "sfnt",
      keepFeatures: features,
    });
    const coverage = charactersOfFont(bytes);
    if ([...letters].some((letter) => hasCharacter(coverage, letter))) fonts.push(bookFont(face, bytes));
  }
  return fonts;
}

/** Write the `@font-face` rules of a book, under the licences of its fonts. */
export function fontFaceCss(fonts: readonly BookFont[]): string {
  const licences = [
    ...new Set(fonts.map(({ face: { family, license } }) => `${family}: ${licenceOf(license)}`)),
  ];
  const notice = licences.length === 0 ? "" : `/* Licences of the fonts\n * ${licences.join("\n * ")}\n */\n`;
  const rules = fonts
    .map(
      ({ face: { family, weight, style }, href }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(${href})}\n`,
    )
    .join("");
  return notice + rules;
}

/** Name a licence with its text's address where it is the usual one; a comment must not end in it. */
function licenceOf(license: string): string {
  const [name = ""] = license.replaceAll("*/", "").split(",");
  return name === "OFL-1.1" ? "SIL Open Font License 1.1, https://openfontlicense.org" : name;
}

function bookFont(face: FontFace, bytes: Buffer): BookFont {
  const extension = bytes.toString("latin1", 0, 4) === "OTTO" ? "otf" : "ttf";
  const name = face.file.replace(/^.*\//, "").replace(/\.\w+$/, "");
  return { href: `fonts/${name}.${extension}`, mediaType: `font/${extension}`, face, bytes };
}
