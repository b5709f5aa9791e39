import type { Element } from "hast";
import { h } from "hastscript";
import { direction } from "../../direction.js";
import type {
  DocumentEdition,
  Part,
  PrintDocument,
  Publication,
  Resource,
  Theme,
  TypesetterChoice,
} from "../../publication.js";
import { chooseTypesetter } from "../choose-typesetter.js";
import { fontFaces } from "./print/font-faces.js";
import { htmlPage } from "./print/html-page.js";
import { hyphenate, languagesOf } from "./print/hyphenate.js";
import { type Hyphenator, hyphenatorFor } from "./print/hyphenator.js";
import { markBlocks } from "./print/mark-blocks.js";
import { pageCss } from "./print/page-css.js";
import { anyPaper, type Paper, pageGeometry, pixels } from "./print/page-geometry.js";
import { keepNotesCalledIn, placeFootnotes } from "./print/place-footnotes.js";
import { type PrintPart, printPart } from "./print/print-part.js";
import { quotesCss } from "./print/quotes-css.js";
import type { Block } from "./tags/block.js";

/** An edition on paper pages: its style sheet comes after `cover.css` and `print.css`, where the theme has one. */
export type PrintEdition = "screen" | "press";

/** A print document, and the blocks by which the tags of its PDF are known. */
export interface MarkedDocument extends PrintDocument {
  readonly blocks: readonly Block[];
}

/** A publication's own print document, and why it is set by what sets it. */
export interface ChosenDocument extends MarkedDocument {
  readonly choice: TypesetterChoice;
}

/** One part of a publication, to be set alone as it stands in the whole, and looked at. */
export interface Excerpt {
  readonly partId: string;
  /** The number of its first page. */
  readonly folio: number;
  readonly side: "left" | "right";
}

/** What may be said of the pages of a document. */
export interface PrintOptions {
  readonly paper?: Paper;
  /** The ids of parts that the edition does not have. */
  readonly leftOut?: readonly string[];
  readonly excerpt?: Excerpt;
}

/**
 * Make the HTML document that a typesetter sets into pages: every part as a section, the theme's styles, fonts and pages. Editions
 * of a publication on the same paper share it, and it is made once for all of them.
 *
 * The publication's trees stay as they are. Throws where the publication breaks an invariant of assemble.
 */
export async function printDocument(
  publication: Publication,
  theme: Theme,
  edition: PrintEdition,
  { paper = anyPaper, leftOut = [], excerpt }: PrintOptions = {},
): Promise<ChosenDocument> {
  const shared = await (excerpt
    ? makeDocument(publication, theme, paper, excerpt)
    : sharedDocument(publication, theme, paper));
  const own: DocumentEdition = { css: theme.styles[`${edition}.css`] ?? "", leftOut };
  const blocks = shared.blocks.map((block) =>
    block.partId !== undefined && leftOut.includes(block.partId) ? withoutWords(block) : block,
  );
  return { ...shared, edition: own, blocks };
}

/** The document of a publication that was made last. */
const documents = new WeakMap<
  Publication,
  { readonly theme: Theme; readonly paper: string; readonly document: Promise<ChosenDocument> }
>();

function sharedDocument(publication: Publication, theme: Theme, paper: Paper): Promise<ChosenDocument> {
  const made = documents.get(publication);
  // A gutter that the margin has room for changes nothing.
  const asked = JSON.stringify([paper.bleed, pageGeometry(publication.metadata.trim ?? theme.trim, paper)]);
  if (made?.theme === theme && made.paper === asked) return made.document;
  const document = makeDocument(publication, theme, paper);
  documents.set(publication, { theme, paper: asked, document });
  return document;
}

/** What stands in no edition has no words to be looked for. */
function withoutWords({ alt: _, ...block }: Block): Block {
  return { ...block, text: "", links: new Map() };
}

async function makeDocument(
  publication: Publication,
  theme: Theme,
  paper: Paper,
  excerpt?: Excerpt,
): Promise<ChosenDocument> {
  const { metadata } = publication;
  const choice = chooseTypesetter(publication, theme);
  const typesetter = choice.name;
  // Paged.js lays the first page on the right whatever the language.
  const opensOn = typesetter === "native" && direction(metadata.language) === "rtl" ? "left" : "right";
  const trim = metadata.trim ?? theme.trim;
  const geometry = pageGeometry(trim, paper);
  const fonts = fontFaces(theme.printFonts);
  // The notes that stand at the foot of a part's pages are in theirs.
  const wanted = publication.parts.filter(
    ({ id, kind }) =>
      !excerpt || id === excerpt.partId || (kind === "notes" && metadata.notes.placement === "footnotes"),
  );
  const parts = wanted.map((part) => printPart(part, publication, theme, geometry));
  const all = sectionsOf({ metadata, parts: wanted }, parts, excerpt);
  const sections = excerpt ? excerptOf(all, excerpt, opensOn) : all;

  const body = h("body", sections);
  const languages = languagesOf(body, metadata.language);
  const hyphenators = await loadHyphenators(languages);
  for (const section of sections) hyphenate(section, metadata.language, hyphenators);
  const blocks = markBlocks(sections, metadata.language);

  const styles = [pageCss(theme, trim, paper), ...styleSheets(theme)];
  const resources = new Map<string, Resource>([
    ...fonts.resources,
    ...parts.flatMap((part) => [...part.resources]),
  ]);
  return {
    html: htmlPage(
      publication,
      { fonts: `${fonts.css}\n${quotesCss(languages)}`, styles: styles.join("\n") },
      body,
      geometry,
    ),
    typesetter,
    choice,
    ...(excerpt && { tags: "none" }),
    resources,
    shown: new Map(wanted.map((part, index) => [part.id, shownBy(part, parts[index])])),
    blocks,
    geometry: { trimWidth: pixels(trim.width), trimHeight: pixels(trim.height), bleed: pixels(paper.bleed) },
  };
}

/** The sections in their order; with footnotes the notes stand in those of their calls. */
function sectionsOf(
  { parts, metadata }: Pick<Publication, "parts" | "metadata">,
  printed: readonly PrintPart[],
  excerpt: Excerpt | undefined,
): Element[] {
  const all = printed.map(({ section }) => section);
  const notes = all[parts.findIndex(({ kind }) => kind === "notes")];
  if (metadata.notes.placement === "endnotes" || !notes) return all;
  const others = all.filter((section) => section !== notes);
  if (excerpt) keepNotesCalledIn(others, notes);
  placeFootnotes(others, notes);
  return others;
}

/** The section alone, its pages counted from the given folio; behind an empty page where it does not begin on the side of a first one. */
function excerptOf(
  sections: readonly Element[],
  { partId, folio, side }: Excerpt,
  opensOn: Excerpt["side"],
): Element[] {
  const wanted = sections.filter(({ properties }) => properties.dataPart === partId);
  for (const { properties } of wanted) properties.dataFolioStart = String(folio);
  const before = h("section", { dataPart: "", dataFolioStyle: "none" }, [h("p", "\u00A0")]);
  return side === opensOn ? wanted : [before, ...wanted];
}

function styleSheets({ styles }: Theme): string[] {
  // What a sheet says for all editions stands before it where paper has more to say.
  const names = ["cover.css", "code.css", "print.css", "formulas.css"];
  return names.map((name) => styles[name] ?? "");
}

/** What a cover shows fills it, and is cut to it: that a browser prints anew. */
function shownBy({ kind }: Part, printed: PrintPart | undefined): readonly string[] {
  return kind === "cover" ? [] : (printed?.shown ?? []);
}

async function loadHyphenators(languages: ReadonlySet<string>): Promise<Map<string, Hyphenator>> {
  const hyphenators = new Map<string, Hyphenator>();
  for (const language of languages) {
    const hyphenator = await hyphenatorFor(language);
    if (hyphenator !== undefined) hyphenators.set(language, hyphenator);
  }
  return hyphenators;
}
