import { PDFArray, PDFDict, type PDFDocument, PDFNumber, PDFStream, PDFString } from "@cantoo/pdf-lib";
import { renameHeaders } from "../tags/rename-headers.js";
import { dictOf, listOf, numberOf, textOf, toName } from "../values.js";

/**
 * Give what each file's tags count for themselves values that no other file has: the keys of pages and links in the tree of parents, and the
 * ids of table cells.
 */
export function setTagsApart(files: readonly PDFDocument[]): void {
  let shift = 0;
  files.forEach((pdf, run) => {
    const rename = (id: string) => PDFString.of(run === 0 ? id : `run${run + 1}-${id}`);
    const keys = shiftKeys(pdf, shift);
    shift = Math.max(shift, ...keys.map((key) => key + 1));
    for (const [, element] of pdf.context.enumerateIndirectObjects()) {
      if (!(element instanceof PDFDict)) continue;
      const id = element.has(toName("S")) ? textOf(element.get(toName("ID"))) : undefined;
      if (id !== undefined) element.set(toName("ID"), rename(id));
      renameHeaders(element, rename);
    }
    const root = dictOf(dictOf(pdf.catalog, "StructTreeRoot"), "IDTree");
    if (root) renameInTree(root, rename);
  });
}

/** Add a number to all keys of the tree of parents; returns those that pages, links and the tree now have (ISO 32000-1, 14.7.4.4). */
function shiftKeys({ catalog, context }: PDFDocument, shift: number): number[] {
  const keys: number[] = [];
  const shifted = (key: number) => {
    keys.push(key + shift);
    return PDFNumber.of(key + shift);
  };
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) continue;
    for (const name of ["StructParents", "StructParent"]) {
      const key = numberOf(dictionary.get(toName(name)));
      if (key !== undefined) dictionary.set(toName(name), shifted(key));
    }
  }
  const nums = dictOf(dictOf(catalog, "StructTreeRoot"), "ParentTree")?.lookup(toName("Nums"));
  if (!(nums instanceof PDFArray)) return keys;
  nums.asArray().forEach((key, index) => {
    if (index % 2 === 0 && key instanceof PDFNumber) nums.set(index, shifted(key.asNumber()));
  });
  return keys;
}

function renameInTree(node: PDFDict, rename: (id: string) => PDFString): void {
  for (const name of ["Names", "Limits"]) {
    const strings = node.lookup(toName(name));
    if (!(strings instanceof PDFArray)) continue;
    strings.asArray().forEach((each, index) => {
      const id = textOf(each);
      if (id !== undefined) strings.set(index, rename(id));
    });
  }
  for (const kid of listOf(node, "Kids")) if (kid instanceof PDFDict) renameInTree(kid, rename);
}
