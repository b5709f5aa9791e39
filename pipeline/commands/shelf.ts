import type { PreviewState, ShownPage } from "../preview/state.js";
import type { Spooled, Typeset } from "../publication.js";
import { sha256Of } from "../spooled.js";

/** Files by the addresses under which the preview's page fetches them. */
export interface Shelf {
  /** Keep a file; returns its address. */
  put(kind: "print" | "book", file: Spooled, extension: string): string;
  /** Keep the PDFs of a typesetting, and list its pages. */
  pagesOf(set: Typeset): readonly ShownPage[];
  fileAt(address: string): Spooled | undefined;
  /** Forget what neither these states show nor those of the time before: a page may still be fetching that. */
  keepOnly(states: readonly PreviewState[]): void;
}

/** Make an empty shelf. */
export function shelf(): Shelf {
  const files = new Map<string, Spooled>();
  let before: ReadonlySet<string> = new Set();
  const put: Shelf["put"] = (kind, file, extension) => {
    const address = `/${kind}/${sha256Of(file).slice(0, 20)}.${extension}`;
    files.set(address, file);
    return address;
  };
  return {
    put,
    pagesOf({ prints, pages, geometry }) {
      const places = prints.flatMap((print) => {
        const pdf = put("print", print.file, "pdf");
        const lead = print.hasLead ? 1 : 0;
        return Array.from({ length: print.pages }, (_, index) => ({ pdf, index: lead + index }));
      });
      // CSS pixels to points.
      const bleed = geometry.bleed * 0.75;
      return pages.flatMap(({ folio, side, partId }, index) => {
        const place = places[index];
        return place ? [{ ...place, bleed, folio, side, part: partId }] : [];
      });
    },
    fileAt: (address) => files.get(address),
    keepOnly(states) {
      const now = new Set(states.flatMap(addressesOf));
      for (const address of files.keys())
        if (!now.has(address) && !before.has(address)) files.delete(address);
      before = now;
    },
  };
}

function addressesOf({ pages, book }: PreviewState): readonly string[] {
  return [...new Set(pages.map(({ pdf }) => pdf)), ...(book === undefined ? [] : [book])];
}
