import { PDFArray, PDFDict, PDFNumber, PDFStream, PDFString } from "@cantoo/pdf-lib";
import { renameHeaders } from "../tags/rename-headers.js";
import { dictOf, listOf, numberOf, textOf, toName } from "../values.js";
import type { Run } from "./run.js";

/**
 * Give what each run's tags count for themselves values that no other run has: the keys of pages and links in the tree of parents, and the
 * ids of table cells.
 */
export function setTagsApart(runs: readonly Run[]): void {
  let shift = 0;
  runs.forEach((run, index) => {
    const rename = (id: string) => PDFString.of(index === 0 ? id : `run${index + 1}-${id}`);
    const keys = shiftKeys(run, shift);
    shift = keys.reduce((most, key) => Math.max(most, key + 1), shift);
    for (const [, element] of run.objects) {
      if (!(element instanceof PDFDict)) continue;
      const id = element.has(toName("S")) ? textOf(element.get(toName("ID"))) : undefined;
      if (id !== undefined) element.set(toName("ID"), rename(id));
      renameHeaders(element, rename);
    }
    const root = dictOf(dictOf(run.catalog, "StructTreeRoot"), "IDTree");
    if (root) renameInTree(root, rename);
  });
}

/** Add a number to all keys of the tree of parents; returns those that pages, links and the tree now have (ISO 32000-1, 14.7.4.4). */
function shiftKeys({ catalog, objects }: Run, shift: number): number[] {
  const keys: number[] = [];
  const shifted = (key: number) => {
    keys.push(key + shift);
    return PDFNumber.of(key + shift);
  };
  for (const [, object] of objects) {
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
