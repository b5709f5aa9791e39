import { PDFDict, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import { renameHeaders } from "../tags/rename-headers.js";
import { textOf, toName } from "../values.js";
import type { Work } from "./work.js";

/**
 * Number the ids of table cells anew, for Chromium takes them from a counter that differs from run to run; notes keep theirs. List
 * all of them where a reader looks an element up by its id (ISO 32000-1, 14.7.2, IDTree).
 */
export function renumberStructureIds({ pdf }: Work): void {
  const { context, catalog } = pdf;
  const root = catalog.lookupMaybe(toName("StructTreeRoot"), PDFDict);
  if (!root?.has(toName("IDTree"))) return;
  const ids = new Map<string, PDFString>();
  const tree: [id: string, ref: PDFRef][] = [];
  // Objects stand in the order of the document, whatever the ids are.
  for (const [ref, element] of context.enumerateIndirectObjects()) {
    const old = element instanceof PDFDict ? textOf(element.get(toName("ID"))) : undefined;
    if (!(element instanceof PDFDict) || old === undefined) continue;
    if (element.get(toName("S")) === toName("Note")) {
      tree.push([old, ref]);
      continue;
    }
    const id = `cell${String(ids.size + 1).padStart(6, "0")}`;
    ids.set(old, PDFString.of(id));
    element.set(toName("ID"), PDFString.of(id));
    tree.push([id, ref]);
  }
  if (ids.size > 0)
    for (const [, element] of context.enumerateIndirectObjects())
      if (element instanceof PDFDict) renameHeaders(element, (id) => ids.get(id));
  // A name tree is sorted by bytes; ids are ASCII, where code units do the same.
  tree.sort(([a], [b]) => (a < b ? -1 : 1));
  const names = tree.flatMap(([id, ref]) => [PDFString.of(id), ref]);
  root.set(toName("IDTree"), context.obj({ Names: names }));
}
