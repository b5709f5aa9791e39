import { measureImage } from "../../assemble/measure-image.js";
import type { NamedBytes } from "../importer.js";
import { placeholder } from "../placeholder.js";

const endings = {
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/svg+xml": "svg",
  "image/webp": "webp",
} as const;

/** Pictures that were found, each written once, under names of our own: those of an archive are anyone's. */
export interface Pictures {
  readonly files: readonly NamedBytes[];
  /** Take a picture in by where it was found; `problem` says why a placeholder stands for it. */
  take(key: string, bytes: Uint8Array | undefined): { readonly url: string; readonly problem?: string };
}

/** Gather pictures as `images/picture-1.png` and so on, in the order in which they are taken. */
export function gatherPictures(): Pictures {
  const files: NamedBytes[] = [];
  const taken = new Map<string, { url: string; problem?: string }>();
  return {
    files,
    take(key, bytes) {
      const known = taken.get(key);
      if (known) return known;
      const measured = bytes ? measureImage(bytes) : "it is not there";
      const number = files.length + 1;
      const fails = typeof measured === "string" || bytes === undefined;
      const name = fails
        ? `images/missing-${number}.svg`
        : `images/picture-${number}.${endings[measured.mediaType]}`;
      files.push({ name, bytes: fails ? placeholder(640, 400) : bytes });
      const made = fails ? { url: name, problem: String(measured) } : { url: name };
      taken.set(key, made);
      return made;
    },
  };
}
