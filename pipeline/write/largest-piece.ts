import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { placeOf } from "../problem.js";
import type { Place, Publication } from "../publication.js";

/** The piece of a publication that asks the most of a browser. */
export interface LargestPiece {
  /** `a table of 6000 rows`. */
  readonly what: string;
  readonly place: Place;
}

/** Words, cells or parts of a drawing below which no piece is remarkable. */
const remarkable = 2000;

/** Pieces that an author may make smaller, by their elements: what their size is counted in. */
const kinds: Readonly<Record<string, (piece: Element) => string>> = {
  table: (piece) => `a table of ${counted(piece, ["tr"])} rows`,
  ul: (piece) => `a list of ${counted(piece, ["li"])} items`,
  ol: (piece) => `a list of ${counted(piece, ["li"])} items`,
  dl: (piece) => `a list of ${counted(piece, ["dt", "dd"])} items`,
  pre: (piece) => `code of ${textOf(piece).trimEnd().split("\n").length} lines`,
  p: (piece) => `a paragraph of ${wordsOf(piece)} words`,
};

/** Find the piece that is much larger than any that a page holds; undefined where no piece is. */
export function largestPiece({
  parts,
  images,
}: Pick<Publication, "parts" | "images">): LargestPiece | undefined {
  let most = remarkable;
  let largest: LargestPiece | undefined;
  const weigh = (size: number, piece: Element, what: (piece: Element) => string) => {
    const place = piece.data?.file === undefined ? undefined : placeOf(piece, piece.data.file);
    if (size <= most || !place) return;
    most = size;
    largest = { what: what(piece), place };
  };
  for (const { tree } of parts) {
    visit(tree, "element", (piece) => {
      const drawing = piece.tagName === "img" && images.get(String(piece.properties.src))?.svg;
      if (drawing) {
        const size = counted(drawing);
        weigh(size, piece, () => `a drawing of ${size} parts`);
      }
      const what = Object.hasOwn(kinds, piece.tagName) ? kinds[piece.tagName] : undefined;
      if (!what) return undefined;
      weigh(Math.max(wordsOf(piece), counted(piece, ["td", "th"])), piece, what);
      // What is in it is smaller.
      return SKIP;
    });
  }
  return largest;
}

function counted(piece: Element | Root, names?: readonly string[]): number {
  let number = 0;
  visit(piece, "element", ({ tagName }) => {
    if (!names || names.includes(tagName)) number++;
  });
  return number;
}

function wordsOf(piece: Element): number {
  return textOf(piece).match(/\S+/g)?.length ?? 0;
}
