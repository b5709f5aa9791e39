import { createHash } from "node:crypto";
import { type PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { PressProfile, Publication } from "../../../publication.js";
import { addInformation, producerOf } from "../finish/information.js";
import { embedXmp, toXmp } from "../finish/xmp.js";

/** Say what the file is, as its standard wants it said (ISO 15930-7, 6.9 and 6.10; ISO 15930-4, 6.2). */
export function addPressMetadata(
  pdf: PDFDocument,
  publication: Publication,
  { standard, forbidden }: Pick<PressProfile, "standard" | "forbidden">,
): void {
  const information = addInformation({ pdf, publication });
  information.set(PDFName.of("Trapped"), PDFName.of("False"));
  // PDF/X-4 names itself in its XMP alone.
  if (standard === "PDF/X-1a") information.set(PDFName.of("GTS_PDFXVersion"), PDFString.of("PDF/X-1a:2003"));
  if (forbidden.includes("metadata")) return;
  const { metadata } = publication;
  const further = {
    "pdf:Trapped": "False",
    "xmpMM:DocumentID": uuidOf(metadata.identifier),
    "xmpMM:VersionID": "1",
    "xmpMM:RenditionClass": "default",
    ...(standard === "PDF/X-4" && { "pdfxid:GTS_PDFXVersion": standard }),
  };
  embedXmp(pdf, toXmp(metadata, producerOf(pdf), further));
}

/** Name a document by its publication: a UUID made of a hash (RFC 9562, 5.8). */
function uuidOf(identifier: string): string {
  const digits = createHash("sha256").update(`press ${identifier}`).digest("hex");
  const [a, b, c, d] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20)];
  return `uuid:${a}-${b}-8${c}-8${d}-${digits.slice(20, 32)}`;
}
