import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { wordsOf } from "../../pipeline/assemble/words.js";
import type { Image, Metadata, NavItem, Part, Publication } from "../../pipeline/publication.js";
import { png } from "./png.js";
import * as html from "./sample-parts.js";

const metadata: Metadata = {
  title: "A Short Account of Harbours",
  subtitle: "How ports keep their promises",
  language: "en-GB",
  contributors: [
    {
      name: "Ada Marsh",
      sort: "Marsh, Ada",
      role: "aut",
      roleName: "author",
      biography: "Keeps a lighthouse.",
    },
    { name: "Bo Quill", sort: "Quill, Bo", role: "aut", roleName: "author" },
  ],
  date: "2021-03-04",
  modified: "2021-03-04T00:00:00Z",
  publisher: "Lantern Press",
  series: { title: "Lantern Papers", number: "7", url: "https://example.org/lantern" },
  identifier: "urn:isbn:9780000000002",
  rights: "Copyright 2021 the authors.",
  license: "https://creativecommons.org/licenses/by/4.0/",
  description: "What harbours promise, and to whom.",
  subjects: ["Harbours"],
  cover: { image: "images/routes.svg", alt: "Two lines that meet and part" },
  theme: "report",
  notes: { placement: "endnotes", numbering: "continuous" },
  numberedChapters: true,
  numberedGroups: true,
  outline: { figures: false, tables: false },
  press: { profile: "offset-eu" },
  front: ["summary.md"],
  body: ["quays.md", "tides.md"],
  back: ["author.md"],
};

const words = wordsOf("en");

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120"><path id="way" d="M0 20C200 20 200 100 400 100M0 100C200 100 200 20 400 20" fill="none" stroke="#9c2f1f"/><text x="200" y="20" font-family="'Source Sans 3'">Outer basin</text></svg>`;

/** Build the small publication that writers' tests share: every element of docs/tree.md, two images, two notes. */
export function samplePublication(): Publication {
  const parts: Part[] = [
    part("cover", "cover", "front", "Cover", html.coverHtml),
    part("title-page", "title-page", "front", "Title page", html.titlePageHtml),
    part("imprint", "imprint", "front", "Imprint", html.imprintHtml),
    part("contents", "contents", "front", "Contents", html.contentsHtml),
    part("summary", "chapter", "front", "Summary", html.summaryHtml),
    { ...part("quays", "chapter", "body", "Quays & moles", html.quaysHtml), number: "1" },
    { ...part("tides", "chapter", "body", "Tides", html.tidesHtml), number: "2" },
    part("author", "chapter", "back", "About the author", html.authorHtml),
    part("notes", "notes", "back", "Notes", html.notesHtml),
  ];
  const wrap = { back: fragment(html.backHtml), spine: fragment(html.spineHtml) };
  return { metadata, parts, wrap, nav, exhibits, images: images(), words };
}

const nav: readonly NavItem[] = [
  item("Summary", "summary", "summary", "front"),
  {
    ...item("Quays & moles", "quays", "quays", "body"),
    number: "1",
    authors: ["Ada Marsh", "Bo Quill"],
    children: [
      {
        ...item("Stone and timber", "quays-stone", "quays", "body"),
        children: [item("Depths", "quays-depths", "quays", "body")],
      },
    ],
  },
  { ...item("Tides", "tides", "tides", "body"), number: "2" },
  item("About the author", "author", "author", "back"),
  item("Notes", "notes", "notes", "back"),
];

const exhibits: Publication["exhibits"] = [
  {
    kind: "figure",
    id: "fig-routes",
    partId: "quays",
    label: "Figure 1",
    caption: "Routes into the outer basin.",
  },
  { kind: "table", id: "tbl-depths", partId: "quays", label: "Table 1", caption: "Depths at low water." },
  { kind: "figure", id: "fig-photo", partId: "tides", label: "Figure 2", caption: "A grey morning." },
];

function item(title: string, id: string, partId: string, division: NavItem["division"]): NavItem {
  return { title, id, partId, division, authors: [], children: [] };
}

function part(
  id: string,
  kind: Part["kind"],
  division: Part["division"],
  title: string,
  source: string,
): Part {
  const tree: Root = fromHtml(source, { fragment: true });
  const section = tree.children.find((child) => child.type === "element");
  if (section === undefined) throw new Error(`The sample part ${id} has no section.`);
  visit(section, "element", (element) => {
    Object.assign(element, { data: { ...element.data, file: `${id}.md` } });
  });
  return { id, kind, division, title, tree: { type: "root", children: [section] } };
}

function fragment(source: string): Root {
  return fromHtml(source, { fragment: true });
}

function images(): ReadonlyMap<string, Image> {
  const drawing = fromHtml(svg, { fragment: true, space: "svg" }).children[0] as Element;
  const routes: Image = {
    path: "images/routes.svg",
    bytes: new TextEncoder().encode(svg),
    mediaType: "image/svg+xml",
    width: 400,
    height: 120,
    svg: drawing,
  };
  const photo: Image = {
    path: "images/photo.png",
    bytes: png(600, 400),
    mediaType: "image/png",
    width: 600,
    height: 400,
  };
  return new Map([
    [routes.path, routes],
    [photo.path, photo],
  ]);
}
