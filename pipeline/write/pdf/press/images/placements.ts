import { PDFStream } from "@cantoo/pdf-lib";
import { dictOf, get, listOf, nameOf, numberOf } from "../../values.js";
import type { Content, Survey } from "../survey.js";

/** A matrix of PDF: [a b c d e f] (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Where an image is drawn. */
export interface Placement {
  readonly image: PDFStream;
  /** From 0. */
  readonly page: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** From the unit square to the page. */
  readonly matrix: Matrix;
}

/** Find every place where an image is drawn, on pages and in the forms that they draw. */
export function placementsOf({ pages, pieces }: Pick<Survey, "pages" | "pieces">): readonly Placement[] {
  return pages.flatMap((content, page) => drawn(content, [1, 0, 0, 1, 0, 0], { page, pieces }, 0));
}

function drawn(
  { operations, resources }: Content,
  start: Matrix,
  on: { readonly page: number; readonly pieces: Survey["pieces"] },
  depth: number,
): readonly Placement[] {
  const found: Placement[] = [];
  const saved: Matrix[] = [];
  let matrix = start;
  for (const { name, operands } of operations) {
    if (name === "q") saved.push(matrix);
    else if (name === "Q") matrix = saved.pop() ?? matrix;
    else if (name === "cm") matrix = times(toMatrix(operands.map(Number)), matrix);
    else if (name === "Do") {
      const drawing = get(dictOf(resources, "XObject"), operands[0]?.slice(1) ?? "");
      if (!(drawing instanceof PDFStream)) continue;
      const form = on.pieces.get(drawing);
      if (nameOf(get(drawing.dict, "Subtype")) === "Image") {
        found.push(placed(drawing, on.page, matrix));
      } else if (form && depth < 20) {
        const own = listOf(drawing.dict, "Matrix").map((each) => numberOf(each) ?? 0);
        const inner = own.length === 6 ? times(toMatrix(own), matrix) : matrix;
        found.push(...drawn(form, inner, on, depth + 1));
      }
    }
  }
  return found;
}

/** Place an image on a page, from 0, by the matrix that holds where it is drawn. */
export function placed(image: PDFStream, page: number, matrix: Matrix): Placement {
  const [a, b, c, d] = matrix;
  return { image, page, width: Math.hypot(a, b), height: Math.hypot(c, d), matrix };
}

/** Read a matrix; what is missing is that of one that changes nothing. */
export function toMatrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** First the one, then the other (8.3.4). */
export function times(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
