import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";
import { inflated } from "./zlib.js";

/** Bytes of a stream that Node's own inflates sooner: it makes an object of many parts first, for which pages are too short. */
const large = 0x10000;

/** Read the content of a page, uncompressed, one character a byte. */
export function pageContent(page: PDFPage): string {
  return streamTexts(contentStreams(page));
}

/** List the streams that are the content of a page. */
export function contentStreams(page: PDFPage): readonly PDFStream[] {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
  return streams.filter((stream) => stream instanceof PDFStream);
}

/** Read streams that are one content (ISO 32000-1, 7.8.2). */
export function streamTexts(streams: readonly PDFStream[]): string {
  return streams.map(streamText).join("\n");
}

/** Read a stream, uncompressed, one character a byte. */
export function streamText(stream: PDFStream): string {
  return streamBytes(stream).toString("latin1");
}

/** Read a stream, uncompressed. */
export function streamBytes(stream: PDFStream): Buffer {
  if (!(stream instanceof PDFRawStream)) return bufferOf(stream.getContents());
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  const isPlainFlate = filter === PDFName.of("FlateDecode") && !stream.dict.has(PDFName.of("DecodeParms"));
  // Many times as fast as the library's own.
  if (!isPlainFlate) return bufferOf(decodePDFRawStream(stream).decode());
  const { contents } = stream;
  return contents.length < large ? inflated(contents) : inflateSync(contents);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
