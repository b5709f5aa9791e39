import { PDFDict, type PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import type { PressProfile, Typeset } from "../../../../publication.js";
import { pointsInPixel, toNumber } from "../../finish/work.js";
import { written } from "../colour/ink.js";
import { allInks, drawMarks } from "./marks.js";
import { blanksNeeded } from "./page-count.js";
import { type Box, type Sheet, type SheetForm, sheetOf } from "./sheet.js";

/** What pages are placed by. */
export interface Placing {
  readonly typeset: Pick<Typeset, "geometry" | "pages">;
  readonly form: SheetForm;
  readonly profile: PressProfile;
}

/**
 * Set each page on its sheet: exact boxes, nothing beyond the bleed but marks, and blank pages at the end where the printer
 * wants them. `contents` are the pages' contents, in order; returns how many pages there are.
 */
export function placePages(pdf: PDFDocument, contents: readonly string[], placing: Placing): number {
  const { typeset, form, profile } = placing;
  const bleed = typeset.geometry.bleed * pointsInPixel;
  pdf.getPages().forEach((page, index) => {
    const sheet = sheetOf(form, profile, typeset.pages[index]?.side ?? "right");
    const height = page.getHeight();
    const [left, , , top] = sheet.trim;
    // The browser counts from the top: its sheet is a fraction of a point short of what was asked, at the bottom.
    const shift = { x: left - bleed, y: top - (height - bleed) };
    setPage(pdf, page, sheet, profile, clipped(contents[index] ?? "", sheet.bleed, shift));
  });
  const blanks = blanksNeeded(typeset.pages, profile);
  for (let count = 0; count < blanks; count++) {
    const last = typeset.pages.at(-1)?.side ?? "left";
    const side = (count % 2 === 0) === (last === "left") ? "right" : "left";
    setPage(pdf, pdf.addPage(), sheetOf(form, profile, side), profile, "");
  }
  return pdf.getPageCount();
}

function clipped(content: string, [left, bottom, right, top]: Box, shift: { x: number; y: number }): string {
  const box = [left, bottom, right - left, top - bottom].map(written).join(" ");
  return `q\n${box} re W n\n1 0 0 1 ${written(shift.x)} ${written(shift.y)} cm\n${content}\nQ\n`;
}

function setPage(
  pdf: PDFDocument,
  page: PDFPage,
  sheet: Sheet,
  profile: PressProfile,
  content: string,
): void {
  const { context } = pdf;
  const marks = drawMarks(sheet, profile.marks);
  const boxes = { MediaBox: sheet.media, BleedBox: sheet.bleed, TrimBox: sheet.trim };
  for (const [name, box] of Object.entries(boxes))
    page.node.set(PDFName.of(name), context.obj(box.map(toNumber)));
  page.node.delete(PDFName.of("CropBox"));
  // Saving will compress it.
  const stream = context.stream(Buffer.from(content + marks, "latin1"));
  page.node.set(PDFName.of("Contents"), context.register(stream));
  if (marks) nameAllInks(page, profile);
}

function nameAllInks({ node }: PDFPage, { colour }: PressProfile): void {
  const { context } = node;
  const resources = node.Resources() ?? context.obj({});
  const spaces = resources.lookupMaybe(PDFName.of("ColorSpace"), PDFDict) ?? context.obj({});
  const full = colour === "cmyk" ? [1, 1, 1, 1] : [0];
  const none = colour === "cmyk" ? [0, 0, 0, 0] : [1];
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], N: 1, C0: none, C1: full });
  const alternate = colour === "cmyk" ? "DeviceCMYK" : "DeviceGray";
  spaces.set(PDFName.of(allInks), context.obj(["Separation", "All", alternate, tint]));
  resources.set(PDFName.of("ColorSpace"), spaces);
  node.set(PDFName.of("Resources"), resources);
}
