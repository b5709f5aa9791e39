import type { PDFDocument } from "@cantoo/pdf-lib";
import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { Page } from "../../../publication.js";
import type { PageContent } from "../content/painted.js";
import { type FontTexts, readPage } from "../content/read-page.js";
import { noPause, type Pause, paced } from "../paced.js";
import type { Block } from "./block.js";
import { type Comparison, compareWords } from "./compare-words.js";
import { type Item, type Mark, marksOf } from "./item.js";
import { mendNullCharacters } from "./mend-null-characters.js";
import { movedPages } from "./moved-pages.js";
import type { PlacedRun } from "./placed-run.js";
import { type Gathered, readTree } from "./read-tree.js";

/** What a PDF shows of each block, by the browser's tags. */
export interface ComparedBlocks {
  readonly contents: readonly PageContent[];
  readonly gathered: ReadonlyMap<number, Gathered>;
  /** One for each block, in their order. */
  readonly compared: readonly Comparison[];
  /** `text-lost` for each block whose words are not all there, `page-moved` where the pages are not those that were measured. */
  readonly messages: readonly VFileMessage[];
}

/**
 * Compare the words of every block with those that the PDF shows under its tags, and the pages with those that were measured.
 * Takes the tags out of the document, and mends what its fonts say of their glyphs.
 */
export async function compareBlocks(
  pdf: PDFDocument,
  blocks: readonly Block[],
  pages: readonly Page[],
  pause: Pause = noPause,
): Promise<ComparedBlocks> {
  mendNullCharacters(pdf);
  const fonts: FontTexts = new Map();
  const contents: PageContent[] = [];
  for await (const page of paced(pdf.getPages(), pause)) contents.push(readPage(page, fonts));
  const gathered = readTree(pdf);
  await pause();
  const pagesOf = (key: number) =>
    marksOfBlock(gathered.get(key))
      .filter(({ page, id }) => contents[page]?.pieces.get(id)?.isContent)
      .map(({ page }) => page);
  const compared: Comparison[] = [];
  for await (const { text, key, language } of paced(blocks, pause, 200))
    compared.push(compareWords(text, runsOf(gathered.get(key), contents), language));
  const lettersBefore = (key: number, page: number) =>
    compared[key]?.turns.find((turn) => turn.page === page)?.letters;
  const moved = movedPages(pages, contents.length, blocks, { pagesOf, lettersBefore });
  return { contents, gathered, compared, messages: [...moved, ...lostWords(compared, blocks)] };
}

function lostWords(compared: readonly Comparison[], blocks: readonly Block[]): readonly VFileMessage[] {
  let page = 0;
  return compared.flatMap(({ lost, lastPage }, key) => {
    page = lastPage ?? page;
    if (!lost) return [];
    const reason = `“${lost}” is not in the text of the PDF, on page ${page + 1} or near it`;
    const message = problem("text-lost", reason, blocks[key]?.place ?? {});
    message.actual = lost;
    return [message];
  });
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
