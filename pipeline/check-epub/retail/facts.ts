import { imageSize } from "image-size";
import { type Book, resolvePath } from "../book.js";
import type { Measured } from "./measured.js";
import { noteLengths } from "./note-lengths.js";
import { type Complaint, olderComplaints } from "./older-epubcheck.js";

/** An image that is made of pixels. */
export interface Raster {
  readonly path: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** What shops ask about a book. */
export interface RetailFacts {
  readonly file: string;
  /** Bytes of the whole file. */
  readonly bytes: number;
  readonly rasters: readonly Raster[];
  readonly cover: Raster | undefined;
  /** Bytes of each content document with the images that it shows. */
  readonly documents: readonly Measured[];
  /** Characters of each note that a call leads to. */
  readonly notes: readonly Measured[];
  readonly complaints: readonly Complaint[];
}

/** Measure a book as shops do. */
export async function retailFacts(book: Book): Promise<RetailFacts> {
  const contents = new Map<string, Uint8Array>();
  for (const { path } of book.items) contents.set(path, await book.read(path));
  const size = (path: string) => contents.get(path)?.length ?? 0;
  const rasters = book.items
    .filter(({ mediaType }) => /^image\/(?!svg)/.test(mediaType))
    .flatMap(({ path }) => rasterOf(path, contents.get(path)));
  const cover = book.items.find(({ isCover }) => isCover);
  return {
    file: book.file,
    bytes: book.bytes.length,
    rasters,
    cover: rasters.find(({ path }) => path === cover?.path),
    documents: book.documents.map(({ path, elements }) => {
      const shown = elements
        .filter(({ name, attributes }) => name === "img" && attributes.src)
        .map(({ attributes }) => resolvePath(path, attributes.src ?? ""));
      return { path, value: [path, ...new Set(shown)].reduce((sum, each) => sum + size(each), 0) };
    }),
    notes: noteLengths(book),
    complaints: olderComplaints(book),
  };
}

/** An image that cannot be measured is EPUBCheck's to report. */
function rasterOf(path: string, bytes: Uint8Array | undefined): Raster[] {
  try {
    const { width, height } = imageSize(bytes ?? new Uint8Array());
    return [{ path, bytes: bytes?.length ?? 0, width, height }];
  } catch {
    return [];
  }
}
