import { PDFArray, PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import { dictOf, get, listOf, numberOf } from "../values.js";

/** Read the parent tree: for each key the element of an annotation, or the elements of a page's pieces (14.7.4.4). */
export function readParentTree(root: PDFDict | undefined): ReadonlyMap<number, PDFObject> {
  const entries = new Map<number, PDFObject>();
  const read = (node: PDFDict) => {
    const numbers = get(node, "Nums");
    if (numbers instanceof PDFArray) {
      for (let index = 0; index + 1 < numbers.size(); index += 2) {
        const key = numberOf(numbers.lookup(index));
        const value = numbers.lookup(index + 1);
        if (key !== undefined && value) entries.set(key, value);
      }
    }
    for (const kid of listOf(node, "Kids")) if (kid instanceof PDFDict) read(kid);
  };
  const tree = dictOf(root, "ParentTree");
  if (tree) read(tree);
  return entries;
}
