import { createHash } from "node:crypto";
import type { PageMap, PrintDocument, PrintPage } from "../../publication.js";

/** Keep the pages that a document was set into, sealed with the document and all that it loads. */
export function sealPages(document: PrintDocument, pages: readonly PrintPage[]): PageMap {
  const kept = pages.map(({ folio, start }) => ({ folio, ...(start && { start }) }));
  return { seal: sealOf(document, kept), pages: kept };
}

/** Say whether a page map tells the pages of this document, and is as it was written. */
export function isSealed(map: PageMap, document: PrintDocument): boolean {
  return map.seal === sealOf(document, map.pages);
}

function sealOf(
  { typesetter = "paged", html, edition, resources }: PrintDocument,
  pages: readonly PrintPage[],
): string {
  const hash = createHash("sha256").update(`${typesetter}\0`).update(html);
  for (const [path, { bytes }] of resources) hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  const starts = pages.map(({ folio, start }) => [folio, start?.origin, start?.offset]);
  return hash.update(JSON.stringify([edition, starts])).digest("hex");
}
