import { type PDFDict, PDFRawStream } from "@cantoo/pdf-lib";
import type { Spooled } from "../../publication.js";

/** Make a stream whose contents stay in a file, and are read from it whenever they are asked for. */
export function streamOfFile(dict: PDFDict, file: Spooled, from: number, to: number): PDFRawStream {
  const stream = PDFRawStream.of(dict, new Uint8Array());
  // The library's own classes, in which it is a field, ask for it as they did.
  return Object.defineProperties(stream, {
    contents: { get: () => file.read(from, to), configurable: true, enumerable: true },
    getContentsSize: { value: () => to - from },
  });
}
