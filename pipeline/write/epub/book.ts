import type { Publication, Theme } from "../../publication.js";
import { accessibilityOf } from "./accessibility.js";
import { bookMetadata } from "./book-metadata.js";
import { charactersOf } from "./characters.js";
import type { Book } from "./container.js";
import { fontFaceCss, subsetFonts } from "./fonts.js";
import { imageItems } from "./images.js";
import { addresses, documentName } from "./links.js";
import { manifestOf } from "./manifest.js";
import { navDocument } from "./nav.js";
import { ncxDocument } from "./ncx.js";
import { packageDocument } from "./package-document.js";
import { partDocument } from "./part-document.js";

/** Write every file of the book but the picture of its cover. Throws where an invariant of assemble does not hold. */
export async function bookOf(publication: Publication, theme: Theme): Promise<Book> {
  const { metadata, parts, words } = publication;
  const trees = parts.filter(({ kind }) => kind !== "cover").map(({ tree }) => tree);
  const addressOf = addresses(parts);
  const images = imageItems(trees, publication.images);
  const drawn = [...publication.images.values()].flatMap(({ svg }) => (svg ? [svg] : []));
  const fonts = await subsetFonts(theme.bookFonts, charactersOf([...trees, ...drawn], Object.values(words)));

  const documents = parts
    .filter(({ kind }) => kind !== "contents")
    .map((part) => ({
      part,
      name: documentName(part),
      ...partDocument(part, { publication, addressOf, images }),
    }));
  const contents = parts.find(({ kind }) => kind === "contents");
  if (!contents) throw new Error("Expected the publication to have a contents part");
  const cover = parts.find(({ kind }) => kind === "cover");

  return {
    title: metadata.title,
    language: metadata.language,
    identifier: metadata.identifier,
    modified: metadata.modified,
    packageDocument: packageDocument({
      metadata,
      description: bookMetadata(metadata, accessibilityOf(publication), cover !== undefined),
      ...manifestOf({ parts, documents, images: [...images.values()], fonts }),
    }),
    nav: navDocument(contents, publication, addressOf),
    ncx: ncxDocument(publication, addressOf),
    css: fontFaceCss(fonts) + (theme.styles["book.css"] ?? ""),
    documents,
    images: [...images.values()].map(({ href, image: { bytes } }) => ({ href, bytes })),
    fonts,
  };
}
