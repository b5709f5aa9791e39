import { createHash } from "node:crypto";
import {
  type PDFContext,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import type { OpenSpool, Spooled } from "../../../publication.js";
import { spoolInMemory } from "../../../spooled.js";
import { compressed, type Deflate } from "./compressed.js";
import { packedFile } from "./packed-file.js";
import { plainFile } from "./plain-file.js";

/** The version of PDF that a file is of, and whether its objects are packed together, which readers of 1.4 do not know. */
export interface FileForm {
  readonly version: readonly [major: number, minor: number];
  readonly objects: "packed" | "plain";
}

/** How a PDF is saved. */
export interface Saving {
  readonly form?: FileForm;
  readonly deflate?: Deflate;
  /** Where the file waits for its place. */
  readonly spool?: OpenSpool;
}

/**
 * Save a PDF whose file identifier says what is in it: one half from the publication's own, which stays from version to
 * version, one half from the bytes (ISO 32000-1, 14.4).
 */
export async function saveWithContentId(
  pdf: PDFDocument,
  identifier: string,
  {
    form: { version, objects } = { version: [1, 7], objects: "packed" },
    deflate = compressed,
    spool: open = spoolInMemory,
  }: Saving = {},
): Promise<Spooled> {
  const { context } = pdf;
  const unknown = "0".repeat(32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(hash(identifier)), PDFHexString.of(unknown)]);
  await pdf.flush();
  await compressStreams(context, deflate);
  context.header = PDFHeader.forVersion(...version);
  const spool = open();
  const seal = createHash("sha256");
  let end: Buffer = Buffer.alloc(0);
  for await (const piece of objects === "packed" ? packedFile(context, deflate) : plainFile(context)) {
    spool.write(end);
    end = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    seal.update(end);
  }
  // The trailer comes last and is not compressed.
  const place = end.lastIndexOf(`<${unknown}>`);
  if (place < 0) throw new Error("The saved PDF has no file identifier");
  end.write(seal.digest("hex").slice(0, 32), place + 1, "latin1");
  spool.write(end);
  return spool.end();
}

/** Compress each stream that is not compressed yet; metadata stay open to programs that read no PDF. */
export async function compressStreams(context: PDFContext, deflate: Deflate): Promise<void> {
  const plain = context.enumerateIndirectObjects().flatMap(([ref, stream]) => {
    if (!(stream instanceof PDFRawStream) || stream.dict.has(PDFName.of("Filter"))) return [];
    if (stream.dict.get(PDFName.of("Type")) === PDFName.of("Metadata")) return [];
    return [{ ref, dict: stream.dict, packing: deflate(stream.getContents()) }];
  });
  const packed = await Promise.all(plain.map(({ packing }) => packing));
  plain.forEach(({ ref, dict }, index) => {
    dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
    context.assign(ref, PDFRawStream.of(dict, packed[index] ?? new Uint8Array()));
  });
}

function hash(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}
