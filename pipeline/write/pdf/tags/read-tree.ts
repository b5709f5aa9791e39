import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import { textOf, toName } from "../values.js";
import type { Item, Tag } from "./item.js";
import { fromKeyed } from "./key.js";

/** What the browser's tags hold of one block, wherever on the pages it stands. */
export interface Gathered {
  /** Runs of content between the blocks inside this one; each follows the block of that key, the first perhaps none. */
  readonly runs: { readonly follows: number | undefined; readonly items: Item[] }[];
  readonly attributes: PDFObject | undefined;
  readonly id: PDFObject | undefined;
}

/** Inline structure types that Chromium writes and that mean something. */
const kept = new Set(["Link", "Em", "Strong", "Code", "Figure", "Lbl", "Formula"]);

/**
 * Gather the browser's tags by the block that each belongs to, and delete them: a block over two pages, which the browser
 * tags twice, is one here.
 */
export function readTree(pdf: PDFDocument): ReadonlyMap<number, Gathered> {
  const { context, catalog } = pdf;
  const pageOf = new Map<PDFObject, number>(pdf.getPages().map(({ ref }, index) => [ref, index]));
  const blocks = new Map<number, Gathered>();
  const root = catalog.lookupMaybe(toName("StructTreeRoot"), PDFDict);
  if (root) for (const child of list(root.get(toName("K")))) descend(child, undefined, 0, "");
  return blocks;

  function list(value: PDFObject | undefined): readonly PDFObject[] {
    const found = value instanceof PDFRef ? context.lookup(value) : value;
    return found instanceof PDFArray ? found.asArray() : value ? [value] : [];
  }

  /** Read an element into items for the block around it; what belongs to a block inside goes there. */
  function descend(value: PDFObject, around: number | undefined, page: number, language: string): Item[] {
    const element = value instanceof PDFRef ? context.lookup(value) : value;
    if (element instanceof PDFNumber) return [{ kind: "mark", page, id: element.asNumber() }];
    if (!(element instanceof PDFDict)) return [];
    const here = pageOf.get(element.get(toName("Pg")) ?? value) ?? page;
    const type = element.lookup(toName("Type"));
    if (type === toName("MCR")) {
      return [{ kind: "mark", page: here, id: element.lookup(toName("MCID"), PDFNumber).asNumber() }];
    }
    if (type === toName("OBJR")) {
      const ref = element.get(toName("Obj"));
      return ref instanceof PDFRef ? [{ kind: "annotation", page: here, ref }] : [];
    }
    if (value instanceof PDFRef) context.delete(value);
    const keyed = fromKeyed(textOf(element.get(toName("Lang"))) ?? language);
    const children = list(element.get(toName("K")));
    if (keyed.key !== undefined) {
      gather(element, children, keyed.key, around, here, keyed.language);
      return [];
    }
    const items = children.flatMap((child) => descend(child, around, here, keyed.language));
    const name = element.lookup(toName("S"), PDFName).decodeText();
    const differs = language !== "" && keyed.language !== language;
    if (items.length === 0 || (!kept.has(name) && !differs)) return items;
    const tag: Tag = {
      kind: "tag",
      type: kept.has(name) ? name : "Span",
      children: items,
      alt: textOf(element.get(toName("Alt"))),
      language: differs ? keyed.language : undefined,
    };
    return [tag];
  }

  function gather(
    element: PDFDict,
    children: readonly PDFObject[],
    key: number,
    around: number | undefined,
    page: number,
    language: string,
  ): void {
    const outer = around === undefined ? undefined : blocks.get(around);
    outer?.runs.push({ follows: key, items: [] });
    const known = blocks.get(key);
    const block = known ?? {
      runs: [{ follows: undefined, items: [] }],
      attributes: element.get(toName("A")),
      id: element.get(toName("ID")),
    };
    blocks.set(key, block);
    for (const child of children) block.runs.at(-1)?.items.push(...descend(child, key, page, language));
  }
}
