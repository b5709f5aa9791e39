import { PDFNumber, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { loadPrinted } from "../finish/load-printed.js";
import { serialise } from "../finish/serialise.js";
import { toName } from "../values.js";
import { joinTags } from "./join-tags.js";
import type { Joined } from "./joined.js";
import { setTagsApart } from "./set-tags-apart.js";
import { shareFonts } from "./share-fonts.js";
import { type NumberedObject, writeFile } from "./write-file.js";

/** A run of a document as the browser printed it. */
export interface Print {
  readonly bytes: Uint8Array;
  /** Whether its first page is there only to turn the others to their side. */
  readonly hasLead: boolean;
}

/**
 * Join the runs of one document to one PDF: their pages and links, one after another, under one tree of tags, their glyphs by one font for
 * each face. Throws where a file cannot be read.
 */
export async function joinPrinted(prints: readonly Print[]): Promise<Uint8Array> {
  const [first] = prints;
  if (!first) throw new Error("There is nothing to join");
  if (prints.length === 1 && !first.hasLead) return first.bytes;
  const files: Joined[] = [];
  for (const { bytes, hasLead } of prints) {
    const pdf = await loadPrinted(bytes);
    const lead = hasLead ? pdf.getPage(0).ref : undefined;
    if (lead) pdf.removePage(0);
    files.push({ pdf, numbers: new Map(), left: new Set(lead && [lead]), twins: new Map() });
  }
  setTagsApart(files.map(({ pdf }) => pdf));
  shareFonts(files);
  let size = 1;
  for (const { pdf, numbers, left, twins } of files) {
    for (const [ref] of pdf.context.enumerateIndirectObjects()) {
      const twin = twins.get(ref);
      const number = twin ? twin.file.numbers.get(twin.ref) : size + ref.objectNumber;
      if (number !== undefined && !left.has(ref)) numbers.set(ref, number);
    }
    size += pdf.context.largestObjectNumber + 1;
  }
  const added: NumberedObject[] = [];
  const add = (text: string): number => {
    added.push({ number: size, text });
    return size++;
  };
  const pages = add(joinPages(files, size));
  const tags = joinTags(files, add);
  const Root = add(joinCatalog(files, pages, tags));
  const information = files[0]?.pdf.context.trailerInfo.Info;
  const Info = information instanceof PDFRef ? files[0]?.numbers.get(information) : undefined;
  return writeFile([...files.flatMap(objectsOf), ...added], { Root, Info });
}

/** Put the trees of pages under one root, which every file's own root then names as its parent (ISO 32000-1, 7.7.3.2). */
function joinPages(files: readonly Joined[], number: number): string {
  // No file has a number of this generation.
  const parent = PDFRef.of(number, 1);
  let count = 0;
  const kids = files.map(({ pdf, numbers }) => {
    numbers.set(parent, number);
    const { catalog } = pdf;
    count += pdf.getPageCount();
    catalog.Pages().set(toName("Parent"), parent);
    return serialise(catalog.get(toName("Pages")) ?? parent, numbers);
  });
  return `<</Type/Pages/Count ${count}/Kids[${kids.join(" ")}]>>`;
}

/** Write the catalog of the first file, with what all have in common; no other catalog is written. */
function joinCatalog(files: readonly Joined[], pages: number, tags: number | undefined): string {
  for (const { pdf, left } of files) {
    const { Root } = pdf.context.trailerInfo;
    if (Root instanceof PDFRef) left.add(Root);
  }
  const [first] = files;
  if (!first) return "<<>>";
  const { pdf, numbers } = first;
  for (const [key, number] of Object.entries({ Pages: pages, StructTreeRoot: tags })) {
    if (number === undefined) continue;
    const ref = PDFRef.of(number, 1);
    numbers.set(ref, number);
    pdf.catalog.set(toName(key), ref);
  }
  return serialise(pdf.catalog, numbers);
}

function objectsOf({ pdf, numbers, left, twins }: Joined): NumberedObject[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const number = numbers.get(ref);
    if (number === undefined || left.has(ref) || twins.has(ref)) return [];
    if (!(object instanceof PDFRawStream)) return [{ number, text: serialise(object, numbers) }];
    // A new one does not say it yet.
    object.dict.set(toName("Length"), PDFNumber.of(object.contents.length));
    return [{ number, text: serialise(object.dict, numbers), contents: object.contents }];
  });
}
