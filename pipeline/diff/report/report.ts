import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { Comparison } from "../compare.js";
import { type KindName, kinds, nothingText } from "../kinds.js";
import type { Looked } from "../looks.js";
import {
  exhibitsTable,
  filesTable,
  linksTable,
  messagesTable,
  metadataTable,
  notesTable,
  targetsTable,
} from "./lists.js";
import { pagesSection } from "./pages-section.js";
import { style } from "./style.js";
import { wordsSection } from "./words-section.js";

/** A face of the page: the name by which its style sheet calls it, and the font file. */
export interface ReportFont {
  readonly family: "Serif" | "Display" | "Sans";
  readonly weight: string;
  readonly woff2: Uint8Array;
}

/** What a comparison's page is made of beside its findings. */
export interface ReportParts {
  /** By the index of the pair of pages. */
  readonly pictures: ReadonlyMap<number, Looked>;
  readonly fonts: readonly ReportFont[];
}

/** Nothing that the page shows comes from elsewhere, and nothing in it runs. */
const policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

/** Write what changed as one self-contained HTML page. */
export function toHtml(comparison: Comparison, { pictures, fonts }: ReportParts): string {
  const title = `What changed: ${comparison.old} → ${comparison.new}`;
  const sections = sectionsOf(comparison, pictures);
  const tree: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: "en" }, [
        h("head", [
          h("meta", { charSet: "utf-8" }),
          h("meta", { httpEquiv: "Content-Security-Policy", content: policy }),
          h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
          h("title", title),
          h("style", fonts.map(faceRule).join("") + style),
        ]),
        h("body", [
          headerOf(comparison),
          h("main", sections),
          h(
            "footer",
            `Made by quoin diff. Words, notes, figures and links are those of the ${comparison.text === "epub" ? "EPUBs" : "PDFs"}.`,
          ),
        ]),
      ]),
    ],
  };
  return unified().use(rehypeStringify).stringify(tree);
}

function faceRule({ family, weight, woff2 }: ReportFont): string {
  const data = Buffer.from(woff2).toString("base64");
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}\n`;
}

function headerOf(comparison: Comparison): ElementContent {
  const found = (Object.entries(kinds) as [KindName, (typeof kinds)[KindName]][]).filter(
    ([, kind]) => kind.count(comparison) > 0,
  );
  const fact = ([name, kind]: (typeof found)[number]) =>
    h("li", { className: name === "ids" ? "grave" : undefined }, [
      h("a", { href: `#${name === "moved" ? "pages" : name}` }, [
        h("b", String(kind.count(comparison))),
        h("span", factWords[name][kind.count(comparison) === 1 ? 0 : 1]),
      ]),
    ]);
  return h("header", [
    h("p.kicker", "quoin diff"),
    h("h1", found.length > 0 ? "What changed" : "Nothing changed"),
    h("p.sides", ["From ", h("b", comparison.old), " to ", h("b", comparison.new)]),
    found.length > 0 ? h("ul.facts", found.map(fact)) : h("p", nothingText(comparison)),
  ]);
}

/** What a number in the head counts, one and several. */
const factWords: Readonly<Record<KindName, readonly [one: string, more: string]>> = {
  ids: ["id or file gone that people may have cited", "ids or files gone that people may have cited"],
  words: ["place in the text", "places in the text"],
  pages: ["page changed", "pages changed"],
  moved: ["page only moved", "pages only moved"],
  notes: ["note", "notes"],
  figures: ["figure or table", "figures and tables"],
  links: ["link to the web", "links to the web"],
  metadata: ["statement of the metadata", "statements of the metadata"],
  messages: ["new message of the build", "new messages of the build"],
};

function sectionsOf(comparison: Comparison, pictures: ReadonlyMap<number, Looked>): ElementContent[] {
  const { targets, words, pages = [], notes, exhibits, links, metadata, messages } = comparison;
  const section = (
    id: string,
    title: string,
    lead: string,
    isThere: boolean,
    content: () => ElementContent[],
  ) => (isThere ? [h("section", { id }, [h("h2", [title, h("small", lead)]), h("div", content())])] : []);
  return [
    section("ids", "Gone", "for people who cited it", targets.length > 0, () => [targetsTable(comparison)]),
    section("words", "Words", "with those around them", words.length > 0, () => [wordsSection(words)]),
    section(
      "pages",
      "Pages",
      "known again by their words",
      pages.some(({ fate }) => fate !== "same"),
      () => pagesSection(pages, pictures),
    ),
    section("notes", "Notes", "by their words", notes.length > 0, () => notesTable(comparison)),
    section("figures", "Figures", "and tables", exhibits.length > 0, () => [exhibitsTable(comparison)]),
    section("links", "Links", "to the web", links.added.length + links.removed.length > 0, () => [
      linksTable(comparison),
    ]),
    section("metadata", "Metadata", "of the e-book", metadata.length > 0, () => [metadataTable(comparison)]),
    section(
      "messages",
      "Messages",
      "of the builds",
      (messages?.added.length ?? 0) + (messages?.removed.length ?? 0) > 0,
      () => [messagesTable(comparison)],
    ),
    section("files", "Files", "and their sizes", true, () => [filesTable(comparison)]),
  ].flat();
}
