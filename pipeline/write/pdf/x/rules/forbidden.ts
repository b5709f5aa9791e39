import { PDFArray, PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { get, nameOf } from "../../values.js";
import type { Rule } from "../rule.js";

/** Of what a file for a press may not hold at all. */
export const forbiddenRules: readonly Rule[] = [
  {
    id: "annotation",
    asks: "No page has annotations.",
    *find({ pages }) {
      for (const [index, { page }] of pages.entries()) {
        const list = get(page.node, "Annots");
        if (list instanceof PDFArray && list.size() > 0) yield { detail: "an annotation", page: index };
      }
    },
  },
  {
    id: "action",
    asks: "Nothing happens when the file is opened, read or clicked.",
    *find({ catalog, pages, dictionaries }) {
      for (const key of ["OpenAction", "AA", "AcroForm"])
        if (catalog.has(PDFName.of(key))) yield { detail: `the catalog has ${key}` };
      for (const [index, { page }] of pages.entries())
        if (page.node.has(PDFName.of("AA"))) yield { detail: "a page acts when it is opened", page: index };
      const names = get(catalog, "Names");
      if (names instanceof PDFDict && names.has(PDFName.of("JavaScript")))
        yield { detail: "there is JavaScript" };
      if (dictionaries.some((each) => nameOf(get(each, "S")) === "JavaScript"))
        yield { detail: "there is JavaScript" };
    },
  },
  {
    id: "layers",
    asks: "The file has no layers.",
    only: "PDF/X-1a",
    *find({ catalog }) {
      if (catalog.has(PDFName.of("OCProperties"))) yield { detail: "there are layers" };
    },
  },
  {
    id: "transfer-function",
    asks: "No graphics state changes how the press transfers tones or screens them.",
    *find({ painted: { states } }) {
      for (const state of states)
        for (const key of ["TR", "TR2", "HTP"])
          if (state.has(PDFName.of(key)) && nameOf(get(state, key)) !== "Default")
            yield { detail: `a graphics state with ${key}` };
    },
  },
  {
    id: "postscript",
    asks: "The file holds no PostScript.",
    *find({ objects }) {
      for (const each of objects)
        if (each instanceof PDFStream && nameOf(get(each.dict, "Subtype")) === "PS")
          yield { detail: "an object in PostScript" };
    },
  },
  {
    id: "opi",
    asks: "No image stands for another that is elsewhere.",
    *find({ dictionaries }) {
      for (const each of dictionaries) {
        if (each.has(PDFName.of("OPI"))) yield { detail: "a picture that OPI replaces" };
        if (each.has(PDFName.of("Alternates"))) yield { detail: "an image with alternates" };
      }
    },
  },
  {
    id: "referenced-page",
    asks: "Nothing is drawn from another file.",
    *find({ painted: { pieces } }) {
      for (const piece of pieces.keys())
        if (piece.dict.has(PDFName.of("Ref"))) yield { detail: "a page of another file" };
    },
  },
];
