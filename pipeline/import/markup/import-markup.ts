import type { FootnoteDefinition, Heading, Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { parse } from "yaml";
import { chapterFiles } from "../chapter-files.js";
import type { Finding, Imported, ImportedChapter, ImportedMetadata, Origin, Original } from "../importer.js";
import { gatherPictures } from "../structure/picture.js";
import { splitChapters } from "../structure/split-chapters.js";
import { Unreadable } from "../unreadable.js";
import { printedText } from "../words.js";
import { citations } from "./citations.js";
import { fencedDivs } from "./divs.js";
import { pandocFigures } from "./figures.js";
import { takeMetadata } from "./front-matter.js";
import { headingAttributes } from "./headings.js";
import { putIncludes } from "./includes.js";
import { inlineNotes } from "./inline-notes.js";
import { settleLinks } from "./links.js";
import { originOf, type Page, type Shelf } from "./page.js";
import { parsePage, scalars } from "./parse-page.js";
import { readingOrder } from "./reading-order.js";
import { shortcodes } from "./shortcodes.js";
import { wikiLinks } from "./wiki-links.js";

/** In this order: ids are known before references are looked for, figures before pictures are. */
const steps = [fencedDivs, headingAttributes, pandocFigures, shortcodes, wikiLinks, inlineNotes, citations];

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
  const included = new Set<string>();
  const shelf: Shelf = { pages: all, files, findings: [], ids: new Map() };
  const pages = order.flatMap((path) => all.find((page) => page.path === path) ?? []);
  const code = pages.map((page) =>
    putIncludes(page, shelf, (path) => {
      included.add(path);
      return all.find((other) => other.path === path)?.tree.children;
    }),
  );
  const read = pages.filter(({ path }) => !included.has(path));
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
    ...parsed.filter(({ page }) => read.includes(page) || included.has(page.path)).map(({ words }) => words),
    ...code,
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
      ...unused.filter(({ from }) => !included.has(from?.file ?? "")),
      ...uncalled(read, work.chapters),
      ...work.findings,
      ...untitled,
    ],
    words: words.join("\n"),
  };
}

/** Quire's publication.yaml or mdBook's book.toml says what the whole is called. */
function bookMetadata({ files }: Original) {
  const file = files.find(({ name }) => /(?:^|\/)publication\.ya?ml$/.test(name));
  if (file) {
    const value: unknown = parse(new TextDecoder().decode(file.bytes), { maxAliasCount: 0 });
    const matter = typeof value === "object" && value !== null ? { ...value } : {};
    return { ...takeMetadata(flat(matter), file.name), words: scalars(flat(matter)) };
  }
  const toml = files.find(({ name }) => /(?:^|\/)book\.toml$/.test(name));
  if (!toml) return undefined;
  const text = new TextDecoder().decode(toml.bytes);
  const book = text.slice(Math.max(0, text.indexOf("[book]"))).split(/^\[(?!book\])/m)[0] ?? "";
  const value = (key: string) => new RegExp(`^${key}\\s*=\\s*"([^"]*)"`, "m").exec(book)?.[1];
  const authors = [...(/^authors\s*=\s*\[([^\]]*)\]/m.exec(book)?.[1] ?? "").matchAll(/"([^"]*)"/g)].map(
    ([, name]) => name,
  );
  const matter = Object.fromEntries(
    [
      ["title", value("title")],
      ["description", value("description")],
      ["language", value("language")],
      ["author", authors.length > 0 ? authors : undefined],
    ].filter(([, one]) => one !== undefined),
  ) as Record<string, unknown>;
  return { ...takeMetadata(matter, toml.name), words: scalars(matter) };
}

/** Quire names people by first and last name, and puts the description into a record. */
function flat(matter: Record<string, unknown>): Record<string, unknown> {
  const { contributor, description, pub_date: date, ...rest } = matter;
  const people = (Array.isArray(contributor) ? (contributor as unknown[]) : []).map((one) => {
    const { first_name, last_name, full_name, ...more } = one as Record<string, unknown>;
    return { name: full_name ?? [first_name, last_name].filter(Boolean).join(" "), ...more };
  });
  const about =
    typeof description === "object" && description !== null ? scalars(description)[0] : description;
  return {
    ...rest,
    ...(people.length > 0 && { author: people }),
    ...(about !== undefined && { description: about }),
    ...(date !== undefined && { date }),
  };
}

function withoutTitle(matter: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { title: _, ...rest } = matter;
  return rest;
}

/** What the front matter of one page among many says is of that page, and not of the work. */
function pagesMatter(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(({ to: _, ...finding }): Finding => {
    if (finding.rule === "import-metadata-dropped") return finding;
    const words = finding.reason.replace(/^From the metadata: \S+ ?/, "");
    return {
      ...finding,
      rule: "import-metadata-dropped",
      reason: finding.reason.replace("From the metadata", "Left out of the front matter of a page"),
      dropped: words,
    };
  });
}

function chapterOf(page: Page, titles: ReadonlyMap<string, string>, findings: Finding[]): ImportedChapter {
  const { tree, notes, matter, path } = page;
  const blocks = tree.children;
  const own = typeof matter.title === "string" ? matter.title : undefined;
  const top = blocks.find((node): node is Heading => node.type === "heading");
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  if (own === undefined && top && blocks.indexOf(top) === 0) {
    for (const node of blocks)
      if (node.type === "heading" && node !== top)
        node.depth = Math.min(6, Math.max(2, node.depth - top.depth + 1)) as Heading["depth"];
    top.depth = 1;
  } else {
    const title = own ?? titles.get(path) ?? stem;
    const heading: Heading = { type: "heading", depth: 1, children: [{ type: "text", value: title }] };
    for (const node of blocks)
      if (node.type === "heading") node.depth = Math.min(6, Math.max(2, node.depth)) as Heading["depth"];
    blocks.unshift(heading);
    if (own === undefined)
      findings.push({
        rule: "import-title-made",
        reason: `A page without a heading got its title: ${title}`,
        from: { file: path },
        to: { node: heading },
        added: title,
      });
  }
  const labels = new Set<string>();
  visit(tree, "footnoteReference", ({ identifier }) => void labels.add(identifier));
  tree.children.push(
    ...[...labels].flatMap((label): FootnoteDefinition[] =>
      [notes.get(label)].filter((note) => note !== undefined),
    ),
  );
  const [heading] = tree.children as [RootContent];
  return { name: textOf(heading).replace(/\{#[^}]*\}/, ""), division: "body", tree };
}

/** Notes that nothing calls are left out, word by word. */
function uncalled(pages: readonly Page[], chapters: readonly ImportedChapter[]): readonly Finding[] {
  const placed = new Set<Nodes>(chapters.flatMap(({ tree }) => tree.children));
  return pages.flatMap((page) =>
    [...page.notes.values()]
      .filter((note) => !placed.has(note))
      .map((note): Finding => {
        const dropped = printedText(note);
        return {
          rule: "import-note-uncalled",
          reason: `Left out a note that nothing calls: ${dropped.trim()}`,
          from: originOf(page, note),
          dropped,
        };
      }),
  );
}
