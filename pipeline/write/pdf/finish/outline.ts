import { PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import type { Destination, NavItem, Publication } from "../../../publication.js";
import { exhibitLists, titleOf } from "../../exhibit-lists.js";
import { printNav } from "../print/print-nav.js";
import { toTextString } from "../text-string.js";
import { toDestination, type Work } from "./work.js";

/**
 * Write the publication's contents as the document's outline, part titles open, chapters closed (12.3.3); behind them the lists
 * of figures and of tables, where the publication asks for them.
 */
export function addOutline(work: Work): void {
  const { pdf, publication, typeset } = work;
  const items = [...printNav(publication), ...listsOf(publication)];
  if (items.length === 0) return;
  const places = new Map(typeset.destinations.map((destination) => [destination.id, destination]));
  const root = pdf.context.nextRef();
  const list = writeItems(work, places, items, root);
  pdf.context.assign(
    root,
    pdf.context.obj({ Type: "Outlines", First: list.first, Last: list.last, Count: shown(items) }),
  );
  pdf.catalog.set(PDFName.of("Outlines"), root);
}

function listsOf(publication: Publication): NavItem[] {
  const { figures, tables } = publication.metadata.outline;
  const entry = (id: string, title: string, children: readonly NavItem[]): NavItem => {
    return { id, title, partId: "", division: "back", authors: [], children };
  };
  return exhibitLists(publication)
    .filter(({ type }) => (type === "loi" ? figures : tables))
    .map(({ title, exhibits }) => {
      const entries = exhibits.map((exhibit) => entry(exhibit.id, titleOf(exhibit), []));
      return entry(entries[0]?.id ?? "", title, entries);
    });
}

/** Count what is shown of entries when the outline is opened. */
function shown(items: readonly NavItem[]): number {
  return items.reduce((sum, item) => sum + 1 + Math.max(0, countOf(item)), 0);
}

/** Count what opening an entry shows; negative where it is closed at first (ISO 32000-1, table 153). */
function countOf({ kind, children }: NavItem): number {
  return kind === "part-title" ? shown(children) : -children.length;
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
      Title: toTextString(item.number === undefined ? item.title : `${item.number}. ${item.title}`),
      Parent: parent,
      ...(previous && { Prev: previous }),
      ...(next && { Next: next }),
      ...(below && { First: below.first, Last: below.last, Count: PDFNumber.of(countOf(item)) }),
      ...(place && { Dest: toDestination({ pdf, ...work }, place) }),
    });
    pdf.context.assign(ref, entry);
  });
  return { first: refs[0] ?? parent, last: refs.at(-1) ?? parent };
}
