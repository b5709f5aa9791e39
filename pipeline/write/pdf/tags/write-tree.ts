import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { toTextString } from "../text-string.js";
import { toName } from "../values.js";
import type { Item, Mark, Tag } from "./item.js";
import { withRowSpan } from "./with-row-span.js";

/** Types that are not of ISO 32000-1, and what they are there. */
const roles = { Aside: "Sect", Em: "Span", Strong: "Span" };

/** In which form the marked content of a page stands; none where it is in the page's own stream. */
export type FormOf = (mark: Mark) => PDFRef | undefined;

/** Write the structure tree of a document, and lead its pages, forms and annotations to it (ISO 32000-1, 14.7). */
export function writeTree(pdf: PDFDocument, document: Tag, formOf: FormOf): void {
  const { context, catalog } = pdf;
  const pages = pdf.getPages();
  const root = context.nextRef();
  const owners: PDFRef[][] = pages.map(() => []);
  const ownersInForms = new Map<PDFRef, PDFRef[]>();
  const annotations: [annotation: PDFRef, owner: PDFRef][] = [];

  const write = (tag: Tag, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const dictionary = context.obj({ S: tag.type, P: parent });
    const set = (key: string, value: PDFObject | undefined) => value && dictionary.set(toName(key), value);
    set("Alt", tag.alt === undefined ? undefined : toTextString(tag.alt));
    set("Lang", tag.language === undefined ? undefined : PDFString.of(tag.language));
    set("A", attributesOf(tag));
    set("ID", tag.id);
    const page = firstPage(tag);
    if (page !== undefined) set("Pg", pages[page]?.ref);
    // Assigned first: objects are numbered, and so the file is written, in the order of the document.
    context.assign(ref, dictionary);
    const kids = tag.children.map((child) => writeChild(child, ref, page));
    const [first] = kids;
    dictionary.set(toName("K"), kids.length === 1 && first ? first : context.obj(kids));
    return ref;
  };
  const attributesOf = ({ numbering, rowSpan, attributes }: Tag): PDFObject | undefined => {
    if (numbering) return context.obj({ O: "List", ListNumbering: numbering });
    return rowSpan === undefined ? attributes : withRowSpan(context, attributes, rowSpan);
  };
  const writeChild = (child: Item, owner: PDFRef, around: number | undefined): PDFObject => {
    if (child.kind === "tag") return write(child, owner);
    const page = pages[child.page];
    if (!page) throw new Error(`A tag stands on page ${child.page + 1}, which is not there`);
    if (child.kind === "annotation") {
      annotations.push([child.ref, owner]);
      return context.obj({ Type: "OBJR", Obj: child.ref, Pg: page.ref });
    }
    const list = owners[child.page];
    if (list) list[child.id] = owner;
    const form = formOf(child);
    if (form) {
      // The page has it, too: PDF.js and PDFium look for the elements of a page nowhere else.
      const inForm = ownersInForms.get(form) ?? [];
      inForm[child.id] = owner;
      ownersInForms.set(form, inForm);
      return context.obj({ Type: "MCR", Pg: page.ref, Stm: form, MCID: child.id });
    }
    return child.page === around
      ? PDFNumber.of(child.id)
      : context.obj({ Type: "MCR", Pg: page.ref, MCID: child.id });
  };

  const writeOwners = (list: readonly PDFRef[]): PDFRef => {
    const refs = PDFArray.withContext(context);
    for (let id = 0; id < list.length; id++) refs.push(list[id] ?? PDFNull);
    return context.register(refs);
  };

  const top = write(document, root);
  const numbers: PDFObject[] = [];
  owners.forEach((list, index) => {
    const page = pages[index];
    page?.node.set(toName("Tabs"), toName("S"));
    page?.node.delete(toName("StructParents"));
    if (list.length === 0) return;
    page?.node.set(toName("StructParents"), PDFNumber.of(index));
    numbers.push(PDFNumber.of(index), writeOwners(list));
  });
  annotations.forEach(([annotation, owner], index) => {
    const key = PDFNumber.of(pages.length + index);
    context.lookup(annotation, PDFDict).set(toName("StructParent"), key);
    numbers.push(key, owner);
  });
  let next = pages.length + annotations.length;
  for (const [form, list] of ownersInForms) {
    const key = PDFNumber.of(next++);
    context.lookup(form, PDFStream).dict.set(toName("StructParents"), key);
    numbers.push(key, writeOwners(list));
  }
  context.assign(
    root,
    context.obj({
      Type: "StructTreeRoot",
      K: [top],
      RoleMap: roles,
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: next,
      // Filled by the step that numbers ids.
      IDTree: {},
    }),
  );
  catalog.set(toName("StructTreeRoot"), root);
  catalog.set(toName("MarkInfo"), context.obj({ Marked: true }));
}

function firstPage(tag: Tag): number | undefined {
  return tag.children.find((child) => child.kind === "mark")?.page;
}
