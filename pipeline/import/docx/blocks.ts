import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { type Listed, lists, paragraph } from "../structure/blocks.js";
import { trimmed } from "../structure/phrasing.js";
import { captioned } from "./caption.js";
import { type Draft, originOf } from "./draft.js";
import type { Block, Table } from "./model.js";
import { headingOf, plainOf, type Read, readParagraph, settle } from "./paragraphs.js";
import { tableOf } from "./tables.js";

type Item = { readonly read: Read } | { readonly table: Table };

/** Read blocks into Markdown's: neighbours make lists, quotations, code, and exhibits with their captions. */
export function blocksOf(blocks: readonly Block[], draft: Draft): RootContent[] {
  const items = blocks.flatMap((block): Item[] => {
    if (block.type === "table") return [{ table: block }];
    if (block.type !== "paragraph") return [];
    const read = readParagraph(block, draft);
    return read ? [{ read }] : [];
  });
  const made: RootContent[] = [];
  let above = 0;
  for (let i = 0; i < items.length; ) {
    const item = items[i++] as Item;
    if ("table" in item) {
      const next = captionAt(items, i);
      if (next) i++;
      made.push(...tableOf(item.table, draft, next));
      continue;
    }
    const { read } = item;
    const run = () => {
      const all = [read];
      for (let next = kindAt(items, i, read.kind); next; next = kindAt(items, i, read.kind)) {
        all.push(next);
        i++;
      }
      return all;
    };
    const after = items[i];
    if (read.kind === "caption" && read.images.length === 0 && after && "table" in after) {
      i++;
      made.push(...tableOf(after.table, draft, read));
    } else if (read.images.length > 0) {
      const next = captionAt(items, i);
      if (next) i++;
      made.push(figureOf(read, next, draft));
    } else if (read.kind === "caption" && read.children.some(({ type }) => type === "image"))
      made.push(framed(read, draft));
    else if (read.kind === "heading" || read.kind === "boldHeading") {
      const heading = headingOf(read, above, draft);
      if (read.kind === "heading") above = heading.depth;
      made.push(heading);
    } else if (read.kind === "list") made.push(...lists(run().map((one) => listed(one, draft))));
    else if (read.kind === "quotation")
      made.push({ type: "blockquote", children: run().map((one) => plainOf(one, draft)) });
    else if (read.kind === "code") made.push(...codeOf(run(), draft));
    else if (read.kind === "contents") dropContents(run(), draft);
    else made.push(plainOf(read, draft));
  }
  return made;
}

function kindAt(items: readonly Item[], i: number, kind: Read["kind"]): Read | undefined {
  const item = items[i];
  return item && "read" in item && item.read.kind === kind ? item.read : undefined;
}

function captionAt(items: readonly Item[], i: number): Read | undefined {
  const read = kindAt(items, i, "caption");
  return read && read.images.length === 0 && !read.children.some(({ type }) => type === "image")
    ? read
    : undefined;
}

function listed(read: Read, draft: Draft): Listed {
  const number = draft.itemNumbers.get(`${read.spot.part}:${read.spot.paragraph}`);
  const content = plainOf(read, draft);
  return { level: read.depth, ordered: read.ordered, content, ...(number !== undefined && { number }) };
}

/** A block of code, without the empty lines at its ends. */
function codeOf(reads: readonly Read[], draft: Draft): RootContent[] {
  const [first] = reads as [Read];
  const lines = reads.map(({ code }) => code).join("\n");
  const value = lines.replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, "");
  return value.trim() === "" ? [] : [settle({ type: "code", value }, first, draft)];
}

function dropContents(reads: readonly Read[], draft: Draft): void {
  const text = reads.map(({ children }) => textOf(children)).join("\n");
  const reason = `Left out a table of contents of ${reads.length} lines: quoin makes one`;
  const [first] = reads as [Read];
  draft.findings.push({
    rule: "import-contents-dropped",
    reason,
    from: originOf(draft.file, first.spot),
    dropped: text,
  });
}

/** Pictures with the caption below them. */
function figureOf(read: Read, caption: Read | undefined, draft: Draft): RootContent {
  return settle(captioned("figure", paragraph(read.children), caption, draft), read, draft);
}

/** A picture and its caption in one paragraph, as LibreOffice frames them. */
function framed(read: Read, draft: Draft): RootContent {
  const pictures = read.children.filter(({ type }) => type === "image");
  const words = read.children.filter(({ type }) => type !== "image");
  return captioned("figure", paragraph(pictures), { ...read, children: trimmed(words) }, draft);
}
