import { EncryptedPDFError } from "@cantoo/pdf-lib";
import { hoistInlineImages } from "../content/hoist-inline-images.js";
import { loadPdf } from "../load-pdf.js";
import { readXFacts, type XFacts } from "../x/facts.js";

/** The bytes in which a PDF names itself, and in which it says that it ends (ISO 32000-1, 7.5.2 and 7.5.5; H.3). */
const [headLength, tailLength] = [1024, 4096];

/** Open a PDF of whatever origin and read its facts; a few words say why where that cannot be. */
export async function openPdf(bytes: Uint8Array): Promise<XFacts | string> {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
  if (bytes.length === 0) return "it is empty";
  if (!text(0, headLength).includes("%PDF-")) return "it is not a PDF";
  if (!text(Math.max(0, bytes.length - tailLength), bytes.length).includes("%%EOF"))
    return "it ends too early: a part of it is missing";
  // Whatever a parser of damaged bytes throws is a reason.
  try {
    const pdf = await loadPdf(bytes);
    if (pdf.getPageCount() === 0) return "it has no pages";
    hoistInlineImages(pdf);
    return readXFacts(pdf);
  } catch (error) {
    if (error instanceof EncryptedPDFError) return encrypted;
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
    return /encrypt|password/i.test(reason) ? encrypted : `it is damaged: ${reason}`;
  }
}

const encrypted = "it is encrypted; a printer wants it without a password";
