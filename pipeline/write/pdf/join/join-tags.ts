import { PDFArray, PDFRef } from "@cantoo/pdf-lib";
import { serialise } from "../finish/serialise.js";
import { dictOf, toName } from "../values.js";
import type { Joined } from "./joined.js";

/**
 * Put the trees of tags, which were set apart, under one root (ISO 32000-1, 14.7.2); returns the number of that, undefined where no file has
 * tags. `add` takes the text of a new object and returns its number.
 */
export function joinTags(files: readonly Joined[], add: (text: string) => number): number | undefined {
  const elements: string[] = [];
  const parents: string[] = [];
  const ids: string[] = [];
  const roots: (() => void)[] = [];
  for (const { pdf, numbers, left } of files) {
    const ref = pdf.catalog.get(toName("StructTreeRoot"));
    const root = dictOf(pdf.catalog, "StructTreeRoot");
    if (!(ref instanceof PDFRef) || !root) continue;
    const kept = root.lookup(toName("K"));
    const first = root.get(toName("K"));
    const members = kept instanceof PDFArray ? kept.asArray() : first ? [first] : [];
    elements.push(...members.map((member) => serialise(member, numbers)));
    const nums = dictOf(root, "ParentTree")?.lookup(toName("Nums"));
    if (nums instanceof PDFArray) parents.push(...nums.asArray().map((each) => serialise(each, numbers)));
    const kids = dictOf(root, "IDTree")?.lookup(toName("Kids"));
    if (kids instanceof PDFArray) ids.push(...kids.asArray().map((each) => serialise(each, numbers)));
    for (const key of ["ParentTree", "IDTree"]) {
      const own = root.get(toName(key));
      if (own instanceof PDFRef) left.add(own);
    }
    left.add(ref);
    roots.push(() => numbers.set(ref, joined));
  }
  if (elements.length === 0) return undefined;
  const parentTree = add(`<</Nums[${parents.join(" ")}]>>`);
  const idTree = ids.length > 0 ? `/IDTree ${add(`<</Kids[${ids.join(" ")}]>>`)} 0 R` : "";
  const joined = add(
    `<</Type/StructTreeRoot/K[${elements.join(" ")}]/ParentTree ${parentTree} 0 R${idTree}>>`,
  );
  // The outermost elements name it as their parent.
  for (const point of roots) point();
  return joined;
}
