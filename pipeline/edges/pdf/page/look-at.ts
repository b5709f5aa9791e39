import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Look, Looked } from "../../../diff/looks.js";

/** Look at pairs of pages of two PDFs by their addresses, which can be opened. Runs in the page. */
export async function lookAt(before: string, after: string, looks: readonly Look[]): Promise<Looked[]> {
  const { openPdf, paintPage, differingAreas } = window;
  const open = async (address: string): Promise<PDFDocumentProxy> => {
    const pdf = await openPdf(address);
    if (typeof pdf === "string") throw new Error(pdf);
    return pdf;
  };
  const [old, now] = [await open(before), await open(after)];
  /** Pixels a point: what is held against one another, and what people look at. */
  const [coarse, fine] = [1, 1.5];
  const none = { x: 0, y: 0 };
  const pictureOf = async (pdf: PDFDocumentProxy, index: number | undefined) => {
    if (index === undefined) return undefined;
    const canvas = await paintPage(pdf, index, fine, none);
    return canvas.toDataURL("image/webp", 0.85);
  };
  const looked: Looked[] = [];
  for (const look of looks) {
    const areas =
      look.picture === "always" || look.old === undefined || look.new === undefined
        ? []
        : differingAreas(
            await paintPage(old, look.old, coarse, look.shift),
            await paintPage(now, look.new, coarse, none),
            look.column,
            look.blind,
            coarse,
          );
    const isWanted = look.picture === "always" || (look.picture === "if-different" && areas.length > 0);
    const pictures = isWanted
      ? { old: await pictureOf(old, look.old), new: await pictureOf(now, look.new) }
      : { old: undefined, new: undefined };
    looked.push({
      pair: look.pair,
      areas,
      ...(pictures.old && { old: pictures.old }),
      ...(pictures.new && { new: pictures.new }),
    });
  }
  return looked;
}
