import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { chapterFiles } from "../chapter-files.js";
import type { Finding, Imported, ImportedMetadata, Origin, Original } from "../importer.js";
import { gatherPictures } from "../structure/picture.js";
import { splitChapters } from "../structure/split-chapters.js";
import { Unreadable } from "../unreadable.js";
import { bookMetadata } from "./book-metadata.js";
import { chapterOf } from "./chapter-of.js";
import { citations } from "./citations.js";
import { fencedDivs } from "./divs.js";
import { pandocFigures } from "./figures.js";
import { takeMetadata } from "./front-matter.js";
import { headingAttributes } from "./headings.js";
import { includer } from "./includes.js";
import { inlineNotes } from "./inline-notes.js";
import { settleLinks } from "./links.js";
import { strangeCode, strangeSpans } from "./marked-words.js";
import { originOf, type Page, type Shelf } from "./page.js";
import { pagesMatter, withoutTitle } from "./pages-matter.js";
import { parsePage } from "./parse-page.js";
import { readingOrder } from "./reading-order.js";
import { shortcodes } from "./shortcodes.js";
import { uncalled } from "./uncalled.js";
import { wikiLinks } from "./wiki-links.js";

/** In this order: ids are known before references are looked for, figures before pictures are. */
const steps = [
  fencedDivs,
  strangeCode,
  strangeSpans,
  headingAttributes,
  pandocFigures,
  shortcodes,
  wikiLinks,
  inlineNotes,
  citations,
];

/** Bytes of Markdown that are parsed within seconds: a thousand pages are two million. */
const mostText = 3_000_000;

const markdownFile = /\.(?:md|markdown|qmd|rmd|mdown)$/i;

/** Make a publication of one Markdown file, or of a folder of them; throws Unreadable. */
export async function importMarkup(original: Original): Promise<Imported> {
  const files = new Map(original.files.map((file) => [file.name, file]));
  const isSummary = ({ name }: { name: string }) => /(?:^|\/)SUMMARY\.md$/.test(name);
  const summaryFile = original.kind === "folder" ? original.files.find(isSummary) : undefined;
  const sources = original.files.filter(
    (file) => (original.kind === "file" || markdownFile.test(file.name)) && file !== summaryFile,
  );
  if (sources.length === 0) throw new Unreadable("Unexpected folder without Markdown files");
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > mostText)
    throw new Unreadable(
      `Unexpected ${Math.ceil(size / 1_000_000)} MB of Markdown, expected at most ${mostText / 1_000_000} MB: bring it in by parts`,
    );
  const parsed = sources.map(({ name, bytes }) => parsePage(name, bytes));
  const all = parsed.map(({ page }) => page);
  const summary = summaryFile && {
    path: summaryFile.name,
    text: new TextDecoder().decode(summaryFile.bytes),
  };
  const { order, titles, findings: unused } = readingOrder(all, summary);
  const shelf: Shelf = { pages: all, files, findings: [], ids: new Map() };
  const pages = order.flatMap((path) => all.find((page) => page.path === path) ?? []);
  const includes = includer(shelf);
  for (const page of pages) includes.put(page);
  // What a table of contents names is a chapter, whoever else includes it.
  const read = pages.filter(({ path }) => summary !== undefined || !includes.included.has(path));
  for (const step of steps) for (const page of [...read]) step(page, shelf);
  const book = bookMetadata(original);
  const isWork = read.length === 1;
  const matters = read.map((page) =>
    takeMetadata(isWork ? page.matter : withoutTitle(page.matter), page.path),
  );
  const metadata: ImportedMetadata = { ...(isWork ? matters[0]?.metadata : {}), ...book?.metadata };
  const findings = [
    ...(isWork || !matters[0]
      ? matters.flatMap((one) => one.findings)
      : pagesMatter(matters.flatMap((one) => one.findings))),
    ...(book?.findings ?? []),
  ];
  const pageOf = new Map<Nodes, Page>();
  for (const page of read) visit(page.tree, (node) => void pageOf.set(node, page));
  const from = (node: Nodes): Origin => {
    const page = pageOf.get(node);
    return page ? originOf(page, node) : { file: original.name };
  };
  const [first] = read as [Page];
  const work = isWork
    ? splitChapters(
        { metadata, blocks: first.tree.children, notes: first.notes, originOf: from },
        original.name,
      )
    : {
        metadata,
        chapters: read.map((page) => chapterOf(page, titles, shelf.findings)),
        findings: [] as Finding[],
      };
  const names = chapterFiles(work.chapters);
  const fileOf = new Map(read.map(({ path }, i) => [path, names[isWork ? 0 : i] ?? ""]));
  const pictures = gatherPictures();
  for (const page of read) settleLinks(page, shelf, fileOf, pictures);
  const title = work.metadata.title ?? original.name;
  const untitled: readonly Finding[] =
    work.metadata.title === undefined
      ? [
          {
            rule: "import-title-missing",
            reason: `No title found; it is named after the folder: ${title}`,
            to: { key: ["title"] },
            added: title,
          },
        ]
      : [];
  const words = [
    ...parsed.filter(({ page }) => read.includes(page)).map(({ words }) => words),
    ...includes.words,
    ...(book?.words ?? []),
  ];
  return {
    metadata: { ...(isWork ? {} : { chapters: { numbered: false } }), ...work.metadata, title },
    chapters: work.chapters,
    images: pictures.files,
    findings: [
      ...parsed.flatMap((one) => one.findings),
      ...findings,
      ...shelf.findings,
      ...unused.filter(({ from }) => !includes.included.has(from?.file ?? "")),
      ...uncalled(read, work.chapters),
      ...work.findings,
      ...untitled,
    ],
    words: words.join("\n"),
  };
}
