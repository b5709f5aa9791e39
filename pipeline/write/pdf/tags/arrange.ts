import { type PDFRef, PDFString } from "@cantoo/pdf-lib";
import type { Block } from "./block.js";
import { type Item, type Mark, marksOf, type Tag } from "./item.js";
import { finishList, finishNote } from "./list-item.js";
import type { Gathered } from "./read-tree.js";

/** What arranging must know of the pages. */
export interface Pages {
  /** Whether a mark shows words or images, not lines and surfaces alone. */
  isContent(mark: Mark): boolean;
  /** Where a link leads: `#id` or an address. */
  hrefOf(annotation: PDFRef): string | undefined;
}

/** Types that hold blocks, and no words of their own. */
const groups = new Set(["Part", "Sect", "BlockQuote", "Aside", "Div"]);

/** The types that a type may have for its children; others of ours may hold anything. */
const children: Readonly<Record<string, readonly string[]>> = {
  L: ["LI", "Caption"],
  Table: ["TR", "Caption"],
  TR: ["TH", "TD"],
  TOC: ["TOCI", "TOC", "Caption"],
};

/**
 * Arrange what the browser tagged as the structure tree of the document: its blocks in their order, each once, whatever
 * pages they stand on (ISO 32000-1, 14.8.4). What is in no tag of it is to be an artifact.
 */
export function arrange(
  blocks: readonly Block[],
  gathered: ReadonlyMap<number, Gathered>,
  language: string,
  pages: Pages,
): Tag {
  const inside = new Map<number | undefined, Block[]>();
  for (const block of blocks) {
    const siblings = inside.get(block.parent);
    if (siblings) siblings.push(block);
    else inside.set(block.parent, [block]);
  }
  const build = (block: Block, outer: string): Tag | undefined => {
    const own = gathered.get(block.key);
    const runs = new Map<number | undefined, Item[]>();
    for (const { follows, items } of own?.runs ?? []) {
      const known = runs.get(follows) ?? [];
      known.push(...items.flatMap((item) => cleanItem(item, block, pages)));
      runs.set(follows, known);
    }
    const run = (follows: number | undefined): readonly Item[] => runs.get(follows) ?? [];
    const items: Item[] = [...run(undefined)];
    for (const child of inside.get(block.key) ?? []) {
      const built = build(child, block.language);
      if (built) items.push(built);
      items.push(...run(child.key));
    }
    const isCell = block.type === "TD" || block.type === "TH";
    if (items.length === 0 && !isCell) return undefined;
    return shape({
      kind: "tag",
      type: block.type,
      children: items,
      alt: block.alt,
      language: block.language === outer ? undefined : block.language,
      numbering: block.numbering,
      attributes: own?.attributes,
      rowSpan: block.rowSpan,
      id: block.id === undefined ? own?.id : PDFString.of(block.id),
    });
  };
  const parts = (inside.get(undefined) ?? []).flatMap((block) => build(block, language) ?? []);
  return { kind: "tag", type: "Document", children: parts, language };
}

/** All of a formula is the formula, its lines too; elsewhere only what shows something. */
function cleanItem(item: Item, block: Block, pages: Pages): Item[] {
  return block.type === "Formula" ? [...marksOf(item)] : cleanInline(item, block, pages);
}

/** Drop what shows nothing, and say of links what they are for. */
function cleanInline(item: Item, block: Block, pages: Pages): Item[] {
  if (item.kind === "annotation") return [item];
  if (item.kind === "mark") return pages.isContent(item) ? [item] : [];
  // All of a picture is the picture, also what only fills surfaces.
  const isPicture = item.type === "Figure" || item.type === "Formula";
  const kept = isPicture ? item.children : item.children.flatMap((child) => cleanInline(child, block, pages));
  if (kept.length === 0) return [];
  if (item.type !== "Link") return [{ ...item, children: kept }];
  const [annotation] = kept.filter((child) => child.kind === "annotation");
  const href = (annotation && pages.hrefOf(annotation.ref)) ?? "";
  const facts = block.links.get(href);
  const tag: Tag = { ...item, children: kept, label: facts?.label || href };
  if (facts?.use === "number") return [{ kind: "tag", type: "Lbl", children: [tag] }];
  return facts?.use === "reference" ? [{ kind: "tag", type: "Reference", children: [tag] }] : [tag];
}

/** Give a tag the children that its type asks for. */
function shape(tag: Tag): Tag {
  if (tag.type === "Figure") return shapeFigure(tag);
  if (tag.type === "LI") return finishList(tag);
  if (tag.type === "Note") return finishNote(tag);
  if (groups.has(tag.type)) return { ...tag, children: wrapWords(tag.children) };
  const allowed = children[tag.type];
  if (allowed) {
    const fitting = tag.children.filter((child) => child.kind === "tag" && allowed.includes(child.type));
    return { ...tag, children: fitting };
  }
  return tag;
}

/** Make one figure of a figure and the picture in it; several pictures stay figures of their own. */
function shapeFigure(tag: Tag): Tag {
  const isPicture = (item: Item): item is Tag => item.kind === "tag" && item.type === "Figure";
  const pictures = tag.children.filter(isPicture);
  if (pictures.length > 1) return { ...tag, type: "Div" };
  const [picture] = pictures;
  const flat = tag.children.flatMap((child) => (child === picture ? [...marksOf(child)] : [child]));
  return { ...tag, children: flat, alt: picture?.alt ?? tag.alt };
}

const inline = new Set(["Link", "Em", "Strong", "Code", "Span", "Reference", "Lbl", "Formula"]);

/** Put words that stand beside blocks into paragraphs. */
function wrapWords(items: readonly Item[]): Item[] {
  const wrapped: Item[] = [];
  let words: Item[] = [];
  const close = () => {
    if (words.length > 0) wrapped.push({ kind: "tag", type: "P", children: words });
    words = [];
  };
  for (const item of items) {
    if (item.kind !== "tag" || inline.has(item.type)) words.push(item);
    else {
      close();
      wrapped.push(item);
    }
  }
  close();
  return wrapped;
}
