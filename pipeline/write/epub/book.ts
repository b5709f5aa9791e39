import type { Nodes } from "hast";
import type { PrintPage, Publication, Theme } from "../../publication.js";
import { languagesCss, spellOutScripts } from "../script-fonts.js";
import { accessibilityOf } from "./accessibility.js";
import { bookMetadata, pageBreakSource } from "./book-metadata.js";
import { hasMarkedCode } from "./code.js";
import type { Book, PictureFile } from "./container.js";
import { type BookFont, fontFaceCss } from "./fonts.js";
import { hasFormula } from "./formulas.js";
import { imageItems } from "./images.js";
import { landmarksOf } from "./landmarks.js";
import { addresses, documentName } from "./links.js";
import { manifestOf } from "./manifest.js";
import { navDocument } from "./nav.js";
import { ncxDocument } from "./ncx.js";
import { packageDocument } from "./package-document.js";
import { pageBreaksOf } from "./page-breaks.js";
import { partDocument } from "./part-document.js";

/** Write every file of the book but the picture of its cover. Throws where an invariant of assemble does not hold. */
export function bookOf(
  publication: Publication,
  theme: Theme,
  fonts: readonly BookFont[],
  pages: readonly PrintPage[] = [],
): Book & { readonly images: readonly PictureFile[] } {
  const { metadata, parts } = publication;
  const pageBreaks = pageBreaksOf(pages, parts);
  const addressOf = addresses(parts);
  const shown = parts.filter(({ kind }) => kind !== "cover").map(({ tree }) => tree);
  const images = imageItems(shown, publication.images);

  const documents = parts
    .filter(({ kind }) => kind !== "contents")
    .map((part) => ({
      part,
      name: documentName(part),
      ...partDocument(part, { publication, addressOf, images, pageBreaks }),
    }));
  const contents = parts.find(({ kind }) => kind === "contents");
  if (!contents) throw new Error("Expected the publication to have a contents part");
  const cover = parts.find(({ kind }) => kind === "cover");

  const accessibility = accessibilityOf(publication, pageBreaks.length > 0 ? "print pages" : "no pages");

  return {
    title: metadata.title,
    language: metadata.language,
    identifier: metadata.identifier,
    modified: metadata.modified,
    packageDocument: packageDocument({
      metadata,
      description: bookMetadata(
        metadata,
        accessibility,
        cover !== undefined,
        pageBreaks.length > 0 ? pageBreakSource(metadata) : undefined,
      ),
      ...manifestOf({ parts, documents, images: [...images.values()], fonts }),
      landmarks: landmarksOf(publication),
    }),
    nav: navDocument(contents, publication, addressOf, pageBreaks),
    ncx: ncxDocument(publication, addressOf, pageBreaks),
    css: bookCss(theme, fonts, sheetsFor(shown)),
    documents,
    images: [...images.values()].map(({ href, image }) => ({
      href,
      get bytes() {
        return image.bytes;
      },
    })),
    fonts,
  };
}

/** Name the sheets that the texts ask for. */
function sheetsFor(trees: readonly Nodes[]): string[] {
  const code = trees.some(hasMarkedCode) ? ["code.css"] : [];
  const formulas = trees.some(hasFormula) ? ["formulas.css"] : [];
  return [...code, "book.css", ...formulas];
}

/** Join the style sheets of the book, its fonts first. */
function bookCss({ styles }: Theme, fonts: readonly BookFont[], names: readonly string[]): string {
  const faces = fonts.map(({ face }) => face);
  const css = names.map((name) => styles[name] ?? "").join("\n");
  return fontFaceCss(fonts) + spellOutScripts(`${languagesCss(faces)}\n${css}`, faces);
}
