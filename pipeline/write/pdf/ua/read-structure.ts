import { PDFArray, PDFDict, type PDFDocument, PDFNumber, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { get, nameOf, textOf, toName } from "../values.js";

/** A structure element (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly dictionary: PDFDict;
  /** As written. */
  readonly type: string;
  /** The standard type that it is or is mapped to; missing where the mapping ends nowhere. */
  readonly standard: string | undefined;
  readonly parent: StructureElement | undefined;
  readonly children: readonly StructureElement[];
  /** Marked pieces of content that are directly its own. */
  readonly marks: number;
  readonly page: number | undefined;
  /** Its language or that of the nearest element around it that has one. */
  readonly language: string | undefined;
  readonly ownLanguage: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly id: string | undefined;
}

/** The standard structure types of ISO 32000-1, 14.8.4. */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP " +
    "Figure Formula Form"
  ).split(" "),
);

/** List the elements of the structure tree, each before those inside it. */
export function readStructure(
  pdf: PDFDocument,
  root: PDFDict,
  roles: ReadonlyMap<string, string>,
): readonly StructureElement[] {
  const pages = new Map<PDFObject, number>(pdf.getPages().map(({ ref }, index) => [ref, index]));
  const elements: StructureElement[] = [];
  const seen = new Set<PDFDict>();
  for (const child of kids(root)) read(child, undefined, undefined);
  return elements;

  function read(
    value: PDFObject,
    parent: StructureElement | undefined,
    around: number | undefined,
  ): StructureElement | undefined {
    const dictionary = value instanceof PDFRef ? pdf.context.lookup(value) : value;
    if (!(dictionary instanceof PDFDict) || !dictionary.has(toName("S")) || seen.has(dictionary))
      return undefined;
    seen.add(dictionary);
    const type = nameOf(get(dictionary, "S")) ?? "";
    const pageRef = dictionary.get(toName("Pg"));
    const page = (pageRef && pages.get(pageRef)) ?? around;
    const ownLanguage = textOf(get(dictionary, "Lang"));
    const children: StructureElement[] = [];
    const own = kids(dictionary);
    const element: StructureElement = {
      dictionary,
      type,
      standard: standardOf(type, roles),
      parent,
      children,
      marks: own.filter(isMark).length,
      page: page ?? own.map(pageOfMark).find((each) => each !== undefined),
      language: ownLanguage ?? parent?.language,
      ownLanguage,
      alt: textOf(get(dictionary, "Alt")),
      actualText: textOf(get(dictionary, "ActualText")),
      id: textOf(get(dictionary, "ID")),
    };
    elements.push(element);
    for (const kid of own) {
      const child = read(kid, element, element.page);
      if (child) children.push(child);
    }
    return element;
  }

  function kids(dictionary: PDFDict): readonly PDFObject[] {
    const value = dictionary.get(toName("K"));
    const list = value instanceof PDFRef ? pdf.context.lookup(value) : value;
    return list instanceof PDFArray ? list.asArray() : value ? [value] : [];
  }

  function isMark(value: PDFObject): boolean {
    return value instanceof PDFNumber || (value instanceof PDFDict && value.has(toName("MCID")));
  }

  function pageOfMark(value: PDFObject): number | undefined {
    const ref = value instanceof PDFDict ? value.get(toName("Pg")) : undefined;
    return ref && pages.get(ref);
  }
}

function standardOf(type: string, roles: ReadonlyMap<string, string>): string | undefined {
  const passed = new Set<string>();
  let current: string | undefined = type;
  while (current !== undefined && !standardTypes.has(current)) {
    if (passed.has(current)) return undefined;
    passed.add(current);
    current = roles.get(current);
  }
  return current;
}

/** Read an attribute of a table cell or another element, from all its attribute dictionaries (14.7.5). */
export function attributeOf({ dictionary }: StructureElement, key: string): PDFObject | undefined {
  const attributes = get(dictionary, "A");
  if (attributes instanceof PDFDict) return get(attributes, key);
  if (!(attributes instanceof PDFArray)) return undefined;
  for (let index = 0; index < attributes.size(); index++) {
    const each = attributes.lookup(index);
    const found = each instanceof PDFDict ? get(each, key) : undefined;
    if (found) return found;
  }
  return undefined;
}
