/** What files of both forms are written of: objects, numbered from 1 without gaps (ISO 32000-1, 7.3.10), and their places. */
import { type PDFContext, PDFName, type PDFObject, type PDFRef, type PDFStream } from "@cantoo/pdf-lib";
import { serialise } from "./serialise.js";

/** A file that is being written. */
export interface Writing {
  /** The objects of the context, in their order. */
  readonly objects: readonly (readonly [PDFRef, PDFObject])[];
  readonly numbers: ReadonlyMap<PDFRef, number>;
  /** At which byte that begins which is added next. */
  place(): number;
  /** Hand on pieces of the file. */
  add(pieces: readonly Uint8Array[]): Generator<Uint8Array>;
}

/** Begin to write a context. */
export function beginWriting(context: PDFContext): Writing {
  const objects = context.enumerateIndirectObjects();
  let size = 0;
  return {
    objects,
    numbers: new Map(objects.map(([ref], index) => [ref, index + 1])),
    place: () => size,
    *add(pieces) {
      for (const piece of pieces) {
        size += piece.length;
        yield piece;
      }
    },
  };
}

/** Write what a file begins with (7.5.2). */
export function headOf({ header }: PDFContext): readonly Uint8Array[] {
  return [Buffer.from(`${header}\n`, "latin1")];
}

/** Write an object that is no stream. */
export function objectBytes(number: number, written: string): Uint8Array {
  return Buffer.from(`${number} 0 obj\n${written}\nendobj\n`, "latin1");
}

/** Write a stream, whose dictionary is written but for its length, in pieces. */
export function streamPieces(
  number: number,
  dictionary: string,
  contents: Uint8Array,
): readonly Uint8Array[] {
  const head = `${number} 0 obj\n${dictionary.slice(0, -2)}/Length ${contents.length}>>stream\n`;
  return [Buffer.from(head, "latin1"), contents, Buffer.from("\nendstream\nendobj\n")];
}

/** Write a stream as it lies in a context, in pieces. */
export function piecesOfStream(
  number: number,
  stream: PDFStream,
  numbers: ReadonlyMap<PDFRef, number>,
): readonly Uint8Array[] {
  stream.dict.delete(PDFName.of("Length"));
  return streamPieces(number, serialise(stream.dict, numbers), stream.getContents());
}

/** Write what a trailer says beside its size (7.5.5): the identifier as it is. */
export function trailerEntries(
  { trailerInfo: { Root, Info, ID } }: PDFContext,
  numbers: ReadonlyMap<PDFRef, number>,
): string {
  if (!Root) throw new Error("The PDF has no catalog");
  return `/Root ${serialise(Root, numbers)}${Info ? `/Info ${serialise(Info, numbers)}` : ""}/ID ${ID}`;
}
