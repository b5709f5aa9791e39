import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { PressProfile } from "../../../publication.js";
import type { Survey } from "./survey.js";

const spaces = { cmyk: "DeviceCMYK", grey: "DeviceGray", rgb: "DeviceRGB" } as const;

/**
 * Say in which colours transparent things are blended (ISO 32000-1, 11.6.6): those of the press, and greys in masks. Where
 * nothing is transparent there are no groups.
 */
export function blendInInks(
  pdf: PDFDocument,
  { pieces }: Pick<Survey, "pieces">,
  transparentPages: ReadonlySet<number>,
  colour: PressProfile["colour"],
): void {
  const key = PDFName.of("Group");
  for (const [piece, { use }] of pieces) {
    const group = piece.dict.lookup(key);
    if (!(group instanceof PDFDict)) continue;
    if (transparentPages.size === 0) piece.dict.delete(key);
    else if (use === "mask") group.set(PDFName.of("CS"), PDFName.of("DeviceGray"));
    else if (group.has(PDFName.of("CS"))) group.set(PDFName.of("CS"), PDFName.of(spaces[colour]));
  }
  pdf.getPages().forEach(({ node }, index) => {
    if (!transparentPages.has(index)) node.delete(key);
    else node.set(key, pdf.context.obj({ Type: "Group", S: "Transparency", I: true, CS: spaces[colour] }));
  });
}
