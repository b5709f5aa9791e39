import { PDFDocument, PDFString } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { boundFigures } from "../../../../pipeline/write/pdf/finish/bound-figures.js";
import type { Work } from "../../../../pipeline/write/pdf/finish/work.js";

test("a figure that let a picture pass has its place, and so has the picture", async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage([100, 100]);
  const figures = ["Tall", "Small", "Small"].map((alt) => {
    const figure = pdf.context.obj({ S: "Figure", Alt: PDFString.of(alt) });
    pdf.context.register(figure);
    return figure;
  });
  const picture = (alt: string, top: number) => ({ alt, page: 0, left: 0, right: 8, top, bottom: top + 8 });
  const typeset = {
    pictures: [picture("Small", 8), picture("Tall", 16), picture("Small", 24)],
    geometry: { bleed: 0 },
  };
  boundFigures({ pdf, typeset } as unknown as Work);
  expect(figures.map((figure) => /BBox \[([^\]]*)\]/.exec(figure.toString())?.[1]?.trim())).toEqual([
    "0 82 6 88",
    "0 88 6 94",
    "0 76 6 82",
  ]);
});
