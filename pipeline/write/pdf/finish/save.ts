import { createHash } from "node:crypto";
import { type PDFDocument, PDFHeader, PDFHexString, PDFStreamWriter } from "@cantoo/pdf-lib";

/**
 * Save a PDF whose file identifier says what is in it: one half from the publication's own, which stays from version to
 * version, one half from the bytes (ISO 32000-1, 14.4).
 */
export async function saveWithContentId(pdf: PDFDocument, identifier: string): Promise<Uint8Array> {
  const { context } = pdf;
  const unknown = "0".repeat(32);
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo.ID = context.obj([PDFHexString.of(hash(identifier)), PDFHexString.of(unknown)]);
  await pdf.flush();
  // What `save` does with twenty times as many objects in a stream: they compress better so, and sooner.
  const bytes = await PDFStreamWriter.forContext(
    context,
    Number.POSITIVE_INFINITY,
    true,
    1000,
  ).serializeToBuffer();
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The trailer comes last and is not compressed.
  const place = file.lastIndexOf(`<${unknown}>`);
  if (place < 0) throw new Error("The saved PDF has no file identifier");
  file.write(hash(file), place + 1, "latin1");
  return bytes;
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}
