import { PDFArray } from "@cantoo/pdf-lib";
import { numberOf } from "../../values.js";
import { each } from "../families.js";
import { attributeOf } from "../read-structure.js";
import type { Rule } from "../rule.js";

/** A figure says where on its page it stands (ISO 32000-1, 14.8.5.4.3); no check of the veraPDF profile, but one of PAC's. */
export const rule7_3_2: Rule = {
  id: "7.3-2",
  asks: "A figure says where on its page it stands.",
  find: each("Figure", (figure) => {
    const box = attributeOf(figure, "BBox");
    if (!(box instanceof PDFArray) || box.size() !== 4) return "Figure without BBox";
    const [left = 0, bottom = 0, right = 0, top = 0] = box
      .asArray()
      .map((_, index) => numberOf(box.lookup(index)) ?? 0);
    return left < right && bottom < top ? undefined : "Figure with an empty BBox";
  }),
};
