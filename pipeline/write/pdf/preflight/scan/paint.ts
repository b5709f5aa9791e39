import type { Box } from "../../press/sheet/sheet.js";
import type { Colour } from "../inks/colour-state.js";

/** Something that a page paints. */
export interface Paint {
  readonly kind: "text" | "fill" | "stroke" | "shading" | "image";
  /** From 0. */
  readonly page: number;
  /** Its place among all that the page paints, drawn forms among it: the same in a file before it goes to press. */
  readonly order: number;
  /** In points of the user space; of text the line on which it begins, as high as its size. */
  readonly box: Box;
  /** Undefined for images and shadings. */
  readonly colour: Colour | undefined;
  /** Of text, in points, as it stands on the page. */
  readonly size: number;
  /** Of a stroke, and of the thinnest part of a fill, in points. */
  readonly width: number;
  /** The innermost marked content that it belongs to, by its identifier. */
  readonly mark: number | undefined;
}
