import { createHash } from "node:crypto";
import type { PreviewState, ShownPage } from "../preview/state.js";
import type { Typeset } from "../publication.js";

/** Bytes by the addresses under which the preview's page fetches them. */
export interface Shelf {
  /** Keep bytes; resolves to their address. */
  put(kind: "print" | "book", bytes: Uint8Array, extension: string): string;
  /** Keep the PDFs of a typesetting, and list its pages. */
  pagesOf(set: Typeset): readonly ShownPage[];
  bytesAt(address: string): Uint8Array | undefined;
  /** Forget what neither these states show nor those of the time before: a page may still be fetching that. */
  keepOnly(states: readonly PreviewState[]): void;
}

/** Make an empty shelf. */
export function shelf(): Shelf {
  const bytes = new Map<string, Uint8Array>();
  let before: ReadonlySet<string> = new Set();
  const put: Shelf["put"] = (kind, content, extension) => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 20);
    const address = `/${kind}/${hash}.${extension}`;
    bytes.set(address, content);
    return address;
  };
  return {
    put,
    pagesOf({ prints, pages, geometry }) {
      const places = prints.flatMap((print) => {
        const pdf = put("print", print.bytes, "pdf");
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
    bytesAt: (address) => bytes.get(address),
    keepOnly(states) {
      const now = new Set(states.flatMap(addressesOf));
      for (const address of bytes.keys())
        if (!now.has(address) && !before.has(address)) bytes.delete(address);
      before = now;
    },
  };
}

function addressesOf({ pages, book }: PreviewState): readonly string[] {
  return [...new Set(pages.map(({ pdf }) => pdf)), ...(book === undefined ? [] : [book])];
}
