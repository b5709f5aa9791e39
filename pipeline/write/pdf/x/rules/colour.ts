import { PDFArray, PDFDict, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { isRgb, spaceNamed } from "../../press/colour/space.js";
import type { Content } from "../../press/survey.js";
import { isTransparent, transparentPaints } from "../../press/transparency.js";
import { dictOf, get, nameOf } from "../../values.js";
import type { Breach, Rule } from "../rule.js";

/** Of colours and transparency. */
export const colourRules: readonly Rule[] = [
  {
    id: "rgb-operator",
    asks: "No content asks for colours in RGB.",
    *find({ painted: { pages, pieces } }) {
      for (const [page, content] of pages.entries())
        for (const detail of rgbIn(content)) yield { detail, page };
      for (const content of pieces.values())
        for (const detail of rgbIn(content)) yield { detail: `${detail}, in a form` };
    },
  },
  {
    id: "rgb-image",
    asks: "No image is in RGB.",
    *find({ painted: { images } }) {
      for (const image of images.keys())
        if (isRgb(get(image.dict, "ColorSpace"))) yield { detail: "an image in RGB" };
    },
  },
  {
    id: "rgb-shading",
    asks: "No shading is in RGB.",
    *find({ painted: { shadings } }) {
      for (const shading of shadings.keys())
        if (isRgb(get(shading instanceof PDFStream ? shading.dict : shading, "ColorSpace")))
          yield { detail: "a shading in RGB" };
    },
  },
  {
    id: "rgb-group",
    asks: "No group is blended in RGB.",
    *find({ painted: { pieces }, pages }) {
      for (const piece of pieces.keys())
        if (isRgb(get(dictOf(piece.dict, "Group"), "CS"))) yield { detail: "a form that is blended in RGB" };
      for (const [page, { page: leaf }] of pages.entries())
        if (isRgb(get(dictOf(leaf.node, "Group"), "CS")))
          yield { detail: "a page that is blended in RGB", page };
    },
  },
  {
    id: "rgb-elsewhere",
    asks: "DeviceRGB is named nowhere.",
    *find({ objects }) {
      for (const object of objects) if (namesRgb(object)) yield { detail: "an object names DeviceRGB" };
    },
  },
  {
    id: "transparency",
    asks: "Nothing is transparent.",
    only: "PDF/X-1a",
    *find({ painted, pages }): Iterable<Breach> {
      for (const { page } of transparentPaints(painted)) yield { detail: "something shines through", page };
      for (const state of painted.states)
        if (isTransparent(state)) yield { detail: "a graphics state shines through" };
      const groups = [...painted.pieces.keys()]
        .map(({ dict }) => dict)
        .concat(pages.map(({ page }) => page.node));
      if (groups.some((each) => nameOf(get(dictOf(each, "Group"), "S")) === "Transparency"))
        yield { detail: "there is a transparency group" };
    },
  },
];

function* rgbIn({ operations, resources }: Content): Iterable<string> {
  const seen = new Set<string>();
  for (const { name, operands } of operations) {
    const isWrong =
      /^rg$/i.test(name) || (/^cs$/i.test(name) && isRgb(spaceNamed(operands[0] ?? "", resources)));
    if (isWrong) seen.add(name);
  }
  for (const name of seen) yield `the operator ${name}`;
}

/** Look for the name in an object, but not in others that it refers to. */
function namesRgb(object: PDFObject): boolean {
  if (object instanceof PDFName) return object === PDFName.of("DeviceRGB");
  if (object instanceof PDFArray) return object.asArray().some(namesRgb);
  const dictionary = object instanceof PDFStream ? object.dict : object;
  return dictionary instanceof PDFDict && dictionary.values().some(namesRgb);
}
