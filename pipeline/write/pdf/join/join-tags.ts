import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { dictOf, toName } from "../values.js";
import type { Run } from "./run.js";

/** Put the trees of tags, which were set apart, under one root (ISO 32000-1, 14.7.2); returns what refers to it, undefined where there are none. */
export function joinTags(runs: readonly Run[], context: PDFContext): PDFRef | undefined {
  const elements: PDFObject[] = [];
  const parents: PDFObject[] = [];
  const ids: PDFObject[] = [];
  for (const { catalog } of runs) {
    const root = dictOf(catalog, "StructTreeRoot");
    if (!root) continue;
    const kept = root.lookup(toName("K"));
    const first = root.get(toName("K"));
    elements.push(...(kept instanceof PDFArray ? kept.asArray() : first ? [first] : []));
    const nums = dictOf(root, "ParentTree")?.lookup(toName("Nums"));
    if (nums instanceof PDFArray) parents.push(...nums.asArray());
    const kids = dictOf(root, "IDTree")?.lookup(toName("Kids"));
    if (kids instanceof PDFArray) ids.push(...kids.asArray());
    for (const part of [
      catalog.get(toName("StructTreeRoot")),
      root.get(toName("ParentTree")),
      root.get(toName("IDTree")),
    ])
      if (part instanceof PDFRef) context.delete(part);
  }
  if (elements.length === 0) return undefined;
  const ParentTree = context.register(context.obj({ Nums: parents }));
  const IDTree = ids.length > 0 ? context.register(context.obj({ Kids: ids })) : undefined;
  const root = context.register(
    context.obj({ Type: "StructTreeRoot", K: elements, ParentTree, ...(IDTree && { IDTree }) }),
  );
  for (const element of elements) {
    const outermost = context.lookup(element);
    if (outermost instanceof PDFDict) outermost.set(toName("P"), root);
  }
  return root;
}
