import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";
import { type FontTexts, readPage } from "../../../../pipeline/write/pdf/content/read-page.js";

/** A structure element as a test wants to see it; words are those of its marked content. */
export interface Element {
  readonly type: string;
  readonly children: readonly (Element | string)[];
  readonly alt: string | undefined;
  readonly language: string | undefined;
  readonly pages: readonly number[];
  /** The annotations that it holds. */
  readonly links: readonly PDFDict[];
}

/** Read the structure tree of a PDF from its root. */
export function structureOf(pdf: PDFDocument): Element {
  const { context, catalog } = pdf;
  const fonts: FontTexts = new Map();
  const pages = pdf.getPages();
  const contents = pages.map((page) => readPage(page, fonts));
  const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const list = (value: PDFObject | undefined) => {
    const found = context.lookup(value);
    return found instanceof PDFArray ? found.asArray() : value ? [value] : [];
  };
  const read = (element: PDFDict, outer: PDFObject | undefined): Element => {
    const children: (Element | string)[] = [];
    const links: PDFDict[] = [];
    const on = new Set<number>();
    const mark = (ref: PDFObject | undefined, id: number) => {
      const index = pages.findIndex((page) => page.ref === ref);
      on.add(index);
      children.push((contents[index]?.pieces.get(id)?.runs ?? []).map(({ text }) => text).join(""));
    };
    const page = element.get(PDFName.of("Pg")) ?? outer;
    for (const item of list(element.get(PDFName.of("K")))) {
      const child = context.lookup(item);
      if (child instanceof PDFNumber) mark(page, child.asNumber());
      if (!(child instanceof PDFDict)) continue;
      const ref = child.get(PDFName.of("Pg")) ?? page;
      if (child.has(PDFName.of("MCID"))) mark(ref, child.lookup(PDFName.of("MCID"), PDFNumber).asNumber());
      else if (child.has(PDFName.of("Obj"))) links.push(child.lookup(PDFName.of("Obj"), PDFDict));
      else children.push(read(child, page));
    }
    return {
      type: element.lookup(PDFName.of("S"), PDFName).decodeText(),
      children,
      alt: textOf(element.get(PDFName.of("Alt"))),
      language: textOf(element.get(PDFName.of("Lang"))),
      pages: [...on],
      links,
    };
  };
  const [top] = list(root.get(PDFName.of("K")));
  return read(context.lookup(top, PDFDict), undefined);
}

/** List an element and all below it. */
export function all(element: Element): Element[] {
  return [element, ...element.children.flatMap((child) => (typeof child === "string" ? [] : all(child)))];
}

/** Write an element as nested types: `L(LI(Lbl LBody(P)))`. */
export function outline({ type, children }: Element): string {
  const inside = children.flatMap((child) => (typeof child === "string" ? [] : [outline(child)]));
  return inside.length > 0 ? `${type}(${inside.join(" ")})` : type;
}

/** Join the words of an element and of all below it. */
export function wordsOf({ children }: Element): string {
  return children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
}

export function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
