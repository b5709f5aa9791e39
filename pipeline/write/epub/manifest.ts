import type { Part } from "../../publication.js";
import { coverHref } from "./cover.js";
import type { BookFont } from "./fonts.js";
import type { ImageItem } from "./images.js";
import type { ManifestItem } from "./package-document.js";
import type { PartDocument } from "./part-document.js";

interface Contents {
  readonly parts: readonly Part[];
  /** The documents of all parts but the contents. */
  readonly documents: readonly (PartDocument & { readonly part: Part; readonly name: string })[];
  readonly images: readonly ImageItem[];
  readonly fonts: readonly BookFont[];
}

/** List what the container holds, and what of it is read in which order: the contents page is the nav. */
export function manifestOf({ parts, documents, images, fonts }: Contents): {
  readonly manifest: readonly ManifestItem[];
  readonly spine: readonly string[];
} {
  const cover = parts.some(({ kind }) => kind === "cover");
  const xhtml = "application/xhtml+xml";
  return {
    manifest: [
      { id: "nav", href: "nav.xhtml", mediaType: xhtml, properties: "nav" },
      { id: "ncx", href: "toc.ncx", mediaType: "application/x-dtbncx+xml" },
      { id: "css", href: "style.css", mediaType: "text/css" },
      ...(cover
        ? [{ id: "cover-image", href: coverHref, mediaType: "image/jpeg", properties: "cover-image" }]
        : []),
      ...documents.map(({ part, name, properties }) => ({
        id: idOf(part),
        href: name,
        mediaType: xhtml,
        ...(properties.length > 0 && { properties: properties.join(" ") }),
      })),
      ...images.map(({ href, image: { mediaType } }, index) => ({
        id: `image-${index + 1}`,
        href,
        mediaType,
      })),
      ...fonts.map(({ href, mediaType }, index) => ({ id: `font-${index + 1}`, href, mediaType })),
    ],
    spine: parts.map(idOf),
  };
}

/** Name a part so that no chapter, whatever its file is called, takes the name of another item. */
function idOf({ id, kind }: Part): string {
  return kind === "contents" ? "nav" : `part-${id}`;
}
