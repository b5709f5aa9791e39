import type { Element, Root } from "hast";
import { cloneTree } from "../../clone-tree.js";
import { direction } from "../../direction.js";
import type { Part, Publication } from "../../publication.js";
import { markOrigins } from "../pages/mark-origins.js";
import { breakAddresses } from "../pdf/print/break-addresses.js";
import { leadIn } from "../pdf/print/lead-in.js";
import { coverSection } from "./cover.js";
import { foldDescriptions } from "./descriptions.js";
import { elementsOf } from "./elements.js";
import { declareFormulas } from "./formulas.js";
import { type ImageItem, placeImages } from "./images.js";
import { type AddressOf, relink } from "./links.js";
import { quietOrnaments } from "./ornaments.js";
import { type PageBreak, placePageBreaks } from "./page-breaks.js";
import { addSemantics, matterOf } from "./semantics.js";
import { frameTables } from "./tables.js";
import { toContentDocument } from "./xhtml.js";

/** A content document, and what the manifest must say about it. */
export interface PartDocument {
  readonly xhtml: string;
  /** `svg`, `mathml`, both or neither. */
  readonly properties: readonly string[];
}

/** What a part needs to know of the rest of the book. */
export interface Surroundings {
  readonly publication: Publication;
  readonly addressOf: AddressOf;
  readonly images: ReadonlyMap<string, ImageItem>;
  /** The print pages that begin in the book, where it was set. */
  readonly pageBreaks?: readonly PageBreak[];
}

/** Write the content document of a part. Throws where its tree is not one section. */
export function partDocument(part: Part, surroundings: Surroundings): PartDocument {
  const { metadata } = surroundings.publication;
  const section =
    part.kind === "cover" ? coverSection(part, surroundings.publication) : bookSection(part, surroundings);
  const xhtml = toContentDocument({
    language: metadata.language,
    title: part.title || metadata.title,
    matter: matterOf(part),
    body: [section],
  });
  return { xhtml, properties: propertiesOf(section) };
}

/** Clone the section of a part and make it what an e-book needs. */
function bookSection(part: Part, { publication, addressOf, images, pageBreaks = [] }: Surroundings): Element {
  const tree = cloneTree(part.tree);
  const [section] = tree.children;
  if (section?.type !== "element") throw new Error(`Expected the part ${part.id} to be one section`);
  markOrigins(section, part.id);
  if (part.kind === "chapter" && part.division === "body") leadIn(section);
  breakAddresses(section);
  placePageBreaks(
    section,
    pageBreaks.filter(({ partId }) => partId === part.id),
  );
  relink(tree, addressOf);
  placeImages(tree, publication.images, images);
  addSemantics(section, part.kind);
  foldDescriptions(tree, publication);
  quietOrnaments(tree);
  frameTables(tree);
  declareFormulas(tree);
  if (direction(publication.metadata.language)) keepLeftToRight(tree);
  speakXml(tree);
  return section;
}

function propertiesOf(section: Element): string[] {
  const tags = new Set(elementsOf(section).map(({ tagName }) => tagName));
  return [...(tags.has("math") ? ["mathml"] : []), ...(tags.has("svg") ? ["svg"] : [])];
}

/** Code, addresses and formulas run from left to right in any book; style sheets of e-books may not say so (EPUB 3.3, "CSS"). */
function keepLeftToRight(tree: Root): void {
  for (const { tagName, properties } of elementsOf(tree)) {
    const isAddress = tagName === "a" && [properties.className].flat().includes("url");
    if (isAddress || /^(?:pre|code|math)$/.test(tagName)) properties.dir ??= "ltr";
  }
}

/** Say in attributes of XML what an HTML parser knows by itself. */
function speakXml(tree: Root): void {
  for (const { properties } of elementsOf(tree)) {
    if (properties.lang) properties.xmlLang = properties.lang;
  }
}
