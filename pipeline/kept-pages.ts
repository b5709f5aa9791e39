import type { PageMap, PrintPages, Publication, Theme } from "./publication.js";
import { isSealed } from "./write/pages/page-map.js";

/** Take the pages of the last typesetting where the same document would be set again: a list of pages is right or absent. */
export async function keptPages(publication: Publication, theme: Theme, kept?: PageMap): Promise<PrintPages> {
  if (!kept) return { lack: "unset" };
  const { printDocument } = await import("./write/pdf/print-document.js");
  return isSealed(kept, await printDocument(publication, theme, "screen")) ? kept : { lack: "changed" };
}
