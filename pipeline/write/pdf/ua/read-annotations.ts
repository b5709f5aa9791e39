import { PDFDict, type PDFDocument, type PDFObject } from "@cantoo/pdf-lib";
import { get, listOf, nameOf, numberOf, textOf } from "../values.js";
import type { StructureElement } from "./read-structure.js";

/** An annotation of a page. */
export interface AnnotationFacts {
  readonly dictionary: PDFDict;
  readonly page: number;
  readonly subtype: string;
  readonly contents: string | undefined;
  readonly isHidden: boolean;
  /** The element that the parent tree names for it. */
  readonly element: StructureElement | undefined;
}

/** List the annotations of all pages. */
export function readAnnotations(
  pdf: PDFDocument,
  parents: ReadonlyMap<number, PDFObject>,
  elements: ReadonlyMap<PDFDict, StructureElement>,
): readonly AnnotationFacts[] {
  return pdf.getPages().flatMap(({ node }, page) =>
    listOf(node, "Annots").flatMap((dictionary) => {
      if (!(dictionary instanceof PDFDict)) return [];
      const parent = parents.get(numberOf(get(dictionary, "StructParent")) ?? -1);
      return [
        {
          dictionary,
          page,
          subtype: nameOf(get(dictionary, "Subtype")) ?? "",
          contents: textOf(get(dictionary, "Contents")),
          isHidden: ((numberOf(get(dictionary, "F")) ?? 0) & 2) === 2,
          element: parent instanceof PDFDict ? elements.get(parent) : undefined,
        },
      ];
    }),
  );
}
