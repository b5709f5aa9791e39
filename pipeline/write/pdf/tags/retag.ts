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
import type { Page } from "../../../publication.js";
import type { PageContent } from "../content/painted.js";
import { withText } from "../content/with-text.js";
import { noPause, type Pause, paced } from "../paced.js";
import { arrange } from "./arrange.js";
import type { Block } from "./block.js";
import { compareBlocks } from "./compare-blocks.js";
import type { Comparison } from "./compare-words.js";
import { editContent } from "./edit-content.js";
import { marksOf, type Tag } from "./item.js";
import { nameLinks } from "./name-links.js";
import { writeTree } from "./write-tree.js";

/**
 * Replace the browser's tags by the structure of the document, mark all else on the pages as artifacts, and compare the words
 * of every block with those of its tags. No page looks different afterwards.
 *
 * Returns a message `text-lost` for each block whose words are not all there, and `page-moved` where the pages are not those that
 * were measured.
 */
export async function retag(
  pdf: PDFDocument,
  blocks: readonly Block[],
  language: string,
  pages: readonly Page[] = [],
  pause: Pause = noPause,
): Promise<readonly VFileMessage[]> {
  const { contents, gathered, compared, messages } = await compareBlocks(pdf, blocks, pages, pause);
  await pause();
  const document = arrange(blocks, gathered, language, {
    isContent: ({ page, id }) => contents[page]?.pieces.get(id)?.isContent ?? false,
    hrefOf: (annotation) => hrefOf(pdf.context.lookup(annotation, PDFDict)),
  });
  await pause();
  await writeContents(pdf, contents, document, compared, pause);
  await pause();
  nameLinks(pdf, document);
  writeTree(pdf, document, ({ page, id }) => contents[page]?.pieces.get(id)?.form);
  return messages;
}

async function writeContents(
  pdf: PDFDocument,
  contents: readonly PageContent[],
  document: Tag,
  compared: readonly Comparison[],
  pause: Pause,
): Promise<void> {
  const kept = contents.map(() => new Set<number>());
  for (const { page, id } of marksOf(document)) kept[page]?.add(id);
  const unspaced = new Set(compared.flatMap((each) => each.unspaced.map(({ run }) => run)));
  const hyphens = new Set(compared.flatMap((each) => each.hyphens.map(({ run }) => run)));
  for await (const [index, page] of paced(pdf.getPages().entries(), pause)) {
    const isKept = (id: number) => kept[index]?.has(id) ?? false;
    for (const painted of contents[index]?.streams ?? []) {
      const edited = editContent(painted, { isKept, unspaced, hyphens });
      writeStream(pdf, page, painted.form, edited);
    }
  }
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
