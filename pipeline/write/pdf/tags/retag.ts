import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  type PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { Page } from "../../../publication.js";
import type { PageContent } from "../content/painted.js";
import { type FontTexts, readPage } from "../content/read-page.js";
import { withText } from "../content/with-text.js";
import { arrange } from "./arrange.js";
import type { Block } from "./block.js";
import { type Comparison, compareWords } from "./compare-words.js";
import { editContent } from "./edit-content.js";
import { type Item, type Mark, marksOf, type Tag } from "./item.js";
import { mendMeanings } from "./mend-meanings.js";
import { movedPages } from "./moved-pages.js";
import { nameLinks } from "./name-links.js";
import type { PlacedRun } from "./placed-run.js";
import { type Gathered, readTree } from "./read-tree.js";
import { writeTree } from "./write-tree.js";

/**
 * Replace the browser's tags by the structure of the document, mark all else on the pages as artifacts, and compare the words
 * of every block with those of its tags. No page looks different afterwards.
 *
 * Returns a message `text-lost` for each block whose words are not all there, and `page-moved` where the pages are not those that
 * were measured.
 */
export function retag(
  pdf: PDFDocument,
  blocks: readonly Block[],
  language: string,
  pages: readonly Page[] = [],
): readonly VFileMessage[] {
  mendMeanings(pdf);
  const fonts: FontTexts = new Map();
  const contents = pdf.getPages().map((page) => readPage(page, fonts));
  const gathered = readTree(pdf);
  const document = arrange(blocks, gathered, language, {
    isContent: ({ page, id }) => contents[page]?.pieces.get(id)?.isContent ?? false,
    hrefOf: (annotation) => hrefOf(pdf.context.lookup(annotation, PDFDict)),
  });
  const pagesOf = (key: number) =>
    marksOfBlock(gathered.get(key))
      .filter(({ page, id }) => contents[page]?.pieces.get(id)?.isContent)
      .map(({ page }) => page);
  const compared = blocks.map((block) => compareWords(block.text, runsOf(gathered.get(block.key), contents)));
  const lettersBefore = (key: number, page: number) =>
    compared[key]?.turns.find((turn) => turn.page === page)?.letters;
  const moved = movedPages(pages, contents.length, blocks, { pagesOf, lettersBefore });
  writeContents(pdf, contents, document, compared);
  nameLinks(pdf, document);
  writeTree(pdf, document, ({ page, id }) => contents[page]?.pieces.get(id)?.form);
  let page = 0;
  const lost = compared.flatMap(({ lost, lastPage }, key) => {
    page = lastPage ?? page;
    if (!lost) return [];
    const reason = `“${lost}” is not in the text of the PDF, on page ${page + 1} or near it`;
    return [problem("text-lost", reason, blocks[key]?.place ?? {})];
  });
  return [...moved, ...lost];
}

function marksOfBlock(gathered: Gathered | undefined): readonly Mark[] {
  return gathered?.runs.flatMap(({ items }) => items.flatMap((item) => [...marksOf(item)])) ?? [];
}

/** Gather the text runs of a block, without those of pictures and of labels that a list makes by itself. */
function runsOf(gathered: Gathered | undefined, contents: readonly PageContent[]): PlacedRun[] {
  const isOwn = (item: Item) => item.kind !== "tag" || (item.type !== "Lbl" && item.type !== "Figure");
  const items = gathered?.runs.flatMap((run) => run.items).filter(isOwn) ?? [];
  return items.flatMap((item) =>
    [...marksOf(item)].flatMap(({ page, id }) =>
      (contents[page]?.pieces.get(id)?.runs ?? []).map((run) => ({ page, run })),
    ),
  );
}

function writeContents(
  pdf: PDFDocument,
  contents: readonly PageContent[],
  document: Tag,
  compared: readonly Comparison[],
): void {
  const kept = contents.map(() => new Set<number>());
  for (const { page, id } of marksOf(document)) kept[page]?.add(id);
  const unspaced = new Set(compared.flatMap((each) => each.unspaced.map(({ run }) => run)));
  const hyphens = new Set(compared.flatMap((each) => each.hyphens.map(({ run }) => run)));
  pdf.getPages().forEach((page, index) => {
    const isKept = (id: number) => kept[index]?.has(id) ?? false;
    for (const painted of contents[index]?.streams ?? []) {
      const edited = editContent(painted, { isKept, unspaced, hyphens });
      writeStream(pdf, page, painted.form, edited);
    }
  });
}

/** Write the own stream of a page, or that of a form, which keeps all else that it is; saving will compress it. */
function writeStream({ context }: PDFDocument, page: PDFPage, form: PDFRef | undefined, text: string): void {
  if (form) context.assign(form, withText(context.lookup(form, PDFStream), text));
  else page.node.set(PDFName.of("Contents"), context.register(context.stream(Buffer.from(text, "latin1"))));
}

/** Say where a link leads: `#id` or an address. */
function hrefOf(annotation: PDFDict): string | undefined {
  const target = text(annotation.get(PDFName.of("Dest")));
  if (target !== undefined) return `#${target}`;
  return text(annotation.lookupMaybe(PDFName.of("A"), PDFDict)?.get(PDFName.of("URI")));
}

function text(value: PDFObject | PDFRef | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName
    ? value.decodeText()
    : undefined;
}
