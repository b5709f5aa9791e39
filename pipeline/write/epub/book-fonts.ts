import type { FontFace, Publication, Theme } from "../../publication.js";
import { charactersOf } from "./characters.js";
import { type BookFont, subsetFonts } from "./fonts.js";
import { hasFormula } from "./formulas.js";

/** Cut the theme's faces for books down to what the publication says, in its texts and in its drawings. */
export function bookFonts({ parts, images, words }: Publication, theme: Theme): Promise<BookFont[]> {
  const drawings = [...images.values()].flatMap(({ svg }) => (svg ? [svg] : []));
  const trees = [...parts.map(({ tree }) => tree), ...drawings];
  // A font for formulas has all letters; what it is for says whether it is needed.
  const faces = theme.bookFonts.filter((face) => face.for !== "formulas" || trees.some(hasFormula));
  return subsetFonts(faces, charactersOf(trees, Object.values(words)));
}

/** Put faces that were cut down in the place of the whole ones: a browser is handed a tenth of the bytes. */
export function lighten(faces: readonly FontFace[], fonts: readonly BookFont[]): FontFace[] {
  return faces.map((face) => {
    const light = fonts.find(({ face: { family, weight, style } }) => {
      return family === face.family && weight === face.weight && style === face.style;
    });
    return light ? { ...face, file: light.href.replace("fonts/", ""), bytes: light.bytes } : face;
  });
}
