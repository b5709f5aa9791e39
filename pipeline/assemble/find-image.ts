import type { ImageFile } from "../publication.js";

/**
 * Find the image that a path names: its letters may be composed in the one and in pieces in the other, as a Mac names files (Unicode
 * Standard Annex 15).
 */
export function findImage(images: ReadonlyMap<string, ImageFile>, path: string): ImageFile | undefined {
  const found = images.get(path);
  if (found) return found;
  const wanted = path.normalize("NFC");
  return [...images.values()].find((image) => image.path.normalize("NFC") === wanted);
}
