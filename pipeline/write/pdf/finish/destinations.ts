import { PDFArray, PDFDict, PDFName, PDFString } from "@cantoo/pdf-lib";
import { toDestination, type Work } from "./work.js";

/** Name every id of the document as a destination, and lead the links there (ISO 32000-1, 12.3.2.3). */
export function addDestinations(work: Work): void {
  const { pdf, typeset } = work;
  const { context, catalog } = pdf;
  const byName = new Map(typeset.destinations.map((destination) => [destination.id, destination]));
  // A name tree is sorted by bytes; ids are ASCII, where code units do the same.
  const sorted = [...byName.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = sorted.flatMap((each) => [PDFString.of(each.id), toDestination(work, each)]);
  catalog.set(PDFName.of("Names"), context.obj({ Dests: context.register(context.obj({ Names: names })) }));

  const isKnown = leadLinks(work, (name) => byName.has(name));
  // Chromium's own, older table of names: of use only to links that the new one does not know.
  if (isKnown) catalog.delete(PDFName.of("Dests"));
}

/** Turn each link's name into the string that name trees ask for; true where all of them are known. */
function leadLinks({ pdf }: Work, isKnown: (name: string) => boolean): boolean {
  let all = true;
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of("Annots"), PDFArray);
    for (let i = 0; i < (annotations?.size() ?? 0); i++) {
      const annotation = annotations?.lookup(i, PDFDict);
      const name = annotation?.get(PDFName.of("Dest"));
      if (!(name instanceof PDFName)) continue;
      const id = name.decodeText();
      if (isKnown(id)) annotation?.set(PDFName.of("Dest"), PDFString.of(id));
      else all = false;
    }
  }
  return all;
}
