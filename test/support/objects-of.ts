import { type PDFContext, PDFRawStream } from "@cantoo/pdf-lib";

/** Tell all objects of a PDF with their kinds, to be compared. */
export function objectsOf(context: PDFContext): readonly string[] {
  const { Root, Info } = context.trailerInfo;
  const objects = context.enumerateIndirectObjects().map(([ref, object]) => {
    const contents =
      object instanceof PDFRawStream ? Buffer.from(object.contents).toString("latin1") : undefined;
    return `${ref} ${object.constructor.name} ${contents === undefined ? object : `${"dict" in object ? object.dict : ""} ${contents}`}`;
  });
  return [...objects, `${Root} ${Info}`];
}
