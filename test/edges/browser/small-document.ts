import { readFileSync } from "node:fs";
import type { PrintDocument, Resource } from "../../../pipeline/publication.js";

/** All that set pages: long documents are set by Chromium in runs, side by side. */
export const setters = ["paged", "native", "native in runs"] as const;
export type Setter = (typeof setters)[number];

/** What makes any document a long one. */
const length = `<!-- ${"long ".repeat(40_000)} -->`;

/** A font of our own: lines must not depend on what the machine has installed. */
const font: Resource = {
  mediaType: "font/ttf",
  bytes: readFileSync(
    new URL("../../../node_modules/source-sans/TTF/SourceSans3-Regular.ttf", import.meta.url),
  ),
};

/** A page of 100 by 100 mm, with a folio and a running head, around the given sections. */
export function smallDocument(
  sections: string,
  {
    css = "",
    resources = new Map<string, Resource>(),
    typesetter = "paged",
  }: {
    css?: string;
    resources?: ReadonlyMap<string, Resource>;
    typesetter?: Setter;
  } = {},
): PrintDocument {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Small</title>${typesetter === "native in runs" ? length : ""}
    <style data-pagedjs-ignore>@font-face { font-family: Small; src: url(/small.ttf) }</style><style>
    @page { size: 100mm 100mm; margin: 10mm; bleed: 5mm;
      @top-left { content: attr(data-head) } @bottom-right { content: attr(data-folio) } }
    html { font: 12px/18px Small } p, h1 { margin: 0 } section { break-before: page }
    a[data-folio-ref]::after { content: " " attr(data-folio) } ${css}</style><style data-edition></style></head><body>${sections}</body></html>`;
  const all = new Map([...resources, ["/small.ttf", font]]);
  const name = typesetter === "paged" ? "paged" : "native";
  return { typesetter: name, html, resources: all, geometry: { trimWidth: 378, trimHeight: 378, bleed: 19 } };
}

/** A paragraph that stands at a line of `one.md`. */
export function paragraph(line: number, text = "Words of a harbour and of its promises"): string {
  return `<p id="p${line}" data-place="one.md:${line}:1">${text} ${line}</p>`;
}

/** Several paragraphs, each of one line of its page. */
export function paragraphs(count: number, first = 1): string {
  return Array.from({ length: count }, (_, i) => paragraph(first + i)).join("");
}
