import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { PressProfile } from "../../../../pipeline/publication.js";
import { draw, name, place, show } from "./sheet.js";

/** A change that breaks a rule, and the page (from 1) on which that is seen; 0 where it is the file's. */
export interface Break {
  readonly page: number;
  /** Where the profile has to be another: inks are not measured in what is encrypted. */
  readonly profile?: Partial<PressProfile>;
  readonly change: (pdf: PDFDocument) => void;
}

const key = PDFName.of;
const node = (pdf: PDFDocument) => pdf.getPage(2).node;
const box = (pdf: PDFDocument, box: string, to: readonly number[]) =>
  node(pdf).set(key(box), pdf.context.obj([...to]));

/** What breaks each demand of the strict profile. */
export const breaks: Readonly<Record<string, Break>> = {
  "ink-limit": { page: 3, change: (pdf) => draw(pdf, 2, "0.9 0.8 0.8 0.5 k 60 60 40 40 re f") },
  "trim-box": { page: 3, change: (pdf) => void node(pdf).delete(key("TrimBox")) },
  "trim-size": { page: 3, change: (pdf) => void box(pdf, "TrimBox", [20, 9, 300, 519]) },
  bleed: { page: 3, change: (pdf) => void box(pdf, "BleedBox", [9, 2, 358.2, 528.2]) },
  sheet: { page: 3, change: (pdf) => void box(pdf, "MediaBox", [-30, -30, 400, 570]) },
  "page-multiple": { page: 0, change: (pdf) => pdf.removePage(0) },
  "page-count": { page: 0, change: (pdf) => [0, 0, 0, 0].forEach((page) => void pdf.removePage(page)) },
  "last-page": { page: 6, change: (pdf) => draw(pdf, 5, "0 0 0 1 k 60 60 9 9 re f") },
  colours: { page: 3, change: (pdf) => draw(pdf, 2, "0.5 0.2 0.1 rg 60 60 9 9 re f") },
  "image-resolution": {
    page: 3,
    change: (pdf) => place(pdf, 2, [0, 0, 0, 99], { pixels: 100, points: 100 }),
  },
  "text-black": { page: 3, change: (pdf) => show(pdf, 2, "Rich", "0.7 0.6 0.6 0.9 k") },
  "text-margin": { page: 3, change: (pdf) => show(pdf, 2, "Near", "0 0 0 1 k", 60, 8) },
  hairline: { page: 3, change: (pdf) => draw(pdf, 2, "0 0 0 1 K 0.1 w 60 60 m 200 60 l S") },
  "font-embedded": {
    page: 1,
    change: (pdf) => {
      for (const [, object] of pdf.context.enumerateIndirectObjects())
        if (object instanceof PDFDict) object.delete(key("FontFile2"));
    },
  },
  "forbidden-annotations": {
    page: 3,
    change: (pdf) => void node(pdf).set(key("Annots"), pdf.context.obj([{ Subtype: "Link" }])),
  },
  "forbidden-bookmarks": { page: 0, change: (pdf) => pdf.catalog.set(key("Outlines"), pdf.context.obj({})) },
  "forbidden-encryption": {
    page: 0,
    profile: { colour: "grey" },
    change: (pdf) => {
      pdf.context.trailerInfo.Encrypt = pdf.context.obj({ Filter: "Standard" });
    },
  },
  "forbidden-layers": {
    page: 0,
    change: (pdf) => pdf.catalog.set(key("OCProperties"), pdf.context.obj({})),
  },
  "forbidden-metadata": {
    page: 0,
    change: (pdf) => pdf.catalog.set(key("Metadata"), pdf.context.register(pdf.context.stream("<x/>"))),
  },
  "forbidden-scripts": {
    page: 0,
    change: (pdf) => pdf.catalog.set(key("OpenAction"), pdf.context.obj({ S: "JavaScript" })),
  },
  "forbidden-spot-colours": {
    page: 0,
    change: (pdf) => {
      const tint = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [0, 1, 1, 0] };
      name(pdf, 2, "ColorSpace", "Red", pdf.context.obj(["Separation", "Red", "DeviceCMYK", tint]));
    },
  },
  "forbidden-transparency": {
    page: 3,
    change: (pdf) => {
      name(pdf, 2, "ExtGState", "Half", pdf.context.obj({ ca: 0.5 }));
      draw(pdf, 2, "/Half gs 0 0 0 1 k 60 60 9 9 re f");
    },
  },
};
