import { PDFHexString, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import type { Destination, NavItem } from "../../../publication.js";
import { toDestination, type Work } from "./work.js";

/** Write the publication's contents as the document's outline, chapters open, what is below them closed (12.3.3). */
export function addOutline(work: Work): void {
  const { pdf, publication, typeset } = work;
  if (publication.nav.length === 0) return;
  const places = new Map(typeset.destinations.map((destination) => [destination.id, destination]));
  const root = pdf.context.nextRef();
  const list = writeItems(work, places, publication.nav, root);
  pdf.context.assign(
    root,
    pdf.context.obj({ Type: "Outlines", First: list.first, Last: list.last, Count: publication.nav.length }),
  );
  pdf.catalog.set(PDFName.of("Outlines"), root);
}

type Places = ReadonlyMap<string, Destination>;

function writeItems({ pdf, ...work }: Work, places: Places, items: readonly NavItem[], parent: PDFRef) {
  const refs = items.map(() => pdf.context.nextRef());
  items.forEach((item, i) => {
    const [ref, previous, next] = [refs[i], refs[i - 1], refs[i + 1]];
    if (!ref) return;
    const place = places.get(item.id);
    const below =
      item.children.length > 0 ? writeItems({ pdf, ...work }, places, item.children, ref) : undefined;
    const entry = pdf.context.obj({
      Title: PDFHexString.fromText(item.number === undefined ? item.title : `${item.number}. ${item.title}`),
      Parent: parent,
      ...(previous && { Prev: previous }),
      ...(next && { Next: next }),
      // A negative count: so many below, and closed.
      ...(below && { First: below.first, Last: below.last, Count: PDFNumber.of(-item.children.length) }),
      ...(place && { Dest: toDestination({ pdf, ...work }, place) }),
    });
    pdf.context.assign(ref, entry);
  });
  return { first: refs[0] ?? parent, last: refs.at(-1) ?? parent };
}
