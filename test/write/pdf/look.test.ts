import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Typeset } from "../../../pipeline/publication.js";
import { lead, pageGeometry } from "../../../pipeline/write/pdf/print/page-geometry.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../support/browser.js";
import { fontsOf, openPdf, type PageFacts, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { pixelAt, render } from "../../support/render.js";
import { reportTheme } from "../../support/report-theme.js";
import { samplePublication } from "../../support/sample-publication.js";

/** How many points below its upper edge the first and the last line of each page stand. */
async function edgesOf(pdf: PDFDocumentProxy) {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  return Promise.all(
    pages.map(async (page) => {
      const [, , , top = 0] = page.view;
      const { items } = await page.getTextContent();
      const shown = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
      const downs = shown.map(({ transform }) => top - (transform[5] as number));
      return { first: Math.min(...downs), last: Math.max(...downs) };
    }),
  );
}

const geometry = pageGeometry({ width: 170, height: 240 });

/** A table of two numbers that are the same, a call of a note behind one. */
const numbers = `<div class="table"><table><tbody>${[
  '<span id="bare">12.5</span>',
  '<span id="called">12.5</span><sup class="note-call"><a href="#fn-1">1</a></sup>',
]
  .map((cell) => `<tr><td>Depth</td><td class="align-right">${cell}</td></tr>`)
  .join("")}</tbody></table></div>`;

/** Two drawings, one of them higher than the other. */
const drawing = (alt: string, height: number) =>
  `<svg class="drawing" role="img" aria-label="${alt}" viewBox="0 0 40 ${height}" width="40" height="${height}"><rect width="40" height="${height}"/></svg>`;
const row = `<figure class="figure size-column in-row">${drawing("Left", 20)}${drawing("Right", 30)}<figcaption><p>Two.</p></figcaption></figure>`;

describe.each(["paged", "native"] as const)("%s: the report theme on paper", (name) => {
  let typeset: Typeset;
  let pages: PageFacts[];
  let edges: Awaited<ReturnType<typeof edgesOf>>;
  let fonts: Awaited<ReturnType<typeof fontsOf>>;
  /** The colours of the first pages at their outer edges. */
  let grounds: (readonly number[])[];
  beforeAll(async () => {
    const document = await printDocument(samplePublication(), await reportTheme(), "screen");
    const html = document.html.replace(/<div[^>]* id="tbl-depths"/, (first) => `${numbers}${row}${first}`);
    typeset = await typesetter.typeset({ ...document, html, typesetter: name });
    const pdf = await openPdf(await printedPdf(typeset));
    pages = await pagesOf(pdf);
    fonts = await fontsOf(pdf);
    edges = await edgesOf(pdf);
    grounds = await Promise.all(
      [1, 2, 3].map(async (number) => pixelAt(await render(pdf, number, 36), 4, 4)),
    );
    await pdf.loadingTask.destroy();
  });
  const at = (id: string) => {
    const found = typeset.destinations.find((destination) => destination.id === id);
    if (found === undefined) throw new Error(`Nothing has the id ${id}.`);
    return found;
  };
  const textOn = (page: number) => pages[page]?.text ?? "";

  test("sets the sample with nothing lost, cut off or refused", () => {
    expect(typeset.messages.map(String)).toEqual([]);
  });

  test("opens the title page and the first chapter on rectos, with one blank page inside the cover", () => {
    const plan = typeset.pages.map(
      ({ folio, side, blank, partId }) => `${side} ${folio || "-"} ${blank ? "blank" : partId}`,
    );
    expect(plan.slice(0, 7)).toEqual([
      "right - cover",
      "left - blank",
      "right i title-page",
      "left ii imprint",
      "right iii contents",
      "left iv summary",
      "right 1 quays",
    ]);
  });

  test("lays the colour of the cover over the page that it turns to, and no other", () => {
    const [cover, turned, title] = grounds;
    expect(turned).toEqual(cover);
    expect(title).toEqual([255, 255, 255]);
    expect(cover).not.toEqual(title);
  });

  test("keeps the line grid over headings, figures, tables and lists", () => {
    const offGrid = [
      "quays-stone-h",
      "quays-depths-h",
      "fig-routes",
      "tbl-depths",
      "fig-photo",
      "quays-silt",
      "callout-spring",
      "tides-sea",
    ]
      .map((id) => ({ id, off: (at(id).y - geometry.top) % lead }))
      .filter(({ off }) => Math.min(off, lead - off) > 0.5);
    expect(offGrid).toEqual([]);
  });

  test("keeps text at the spine and lets wide figures reach the outer edge", () => {
    const heading = at("quays-stone-h");
    const figure = at("fig-routes");
    const photo = at("fig-photo");
    const left = (page: number) => typeset.pages[page]?.side === "left";
    expect(heading.x).toBeCloseTo(left(heading.page) ? geometry.edge + geometry.reach : geometry.inner, 0);
    expect(figure.x).toBeCloseTo(left(figure.page) ? geometry.edge : geometry.inner, 0);
    expect(left(photo.page)).toBe(true);
    expect(photo.x).toBeCloseTo(geometry.edge, 0);
  });

  test("sets several pictures of a figure side by side, as wide as one another", () => {
    const [left, right] = ["Left", "Right"].map((alt) =>
      typeset.pictures.find((picture) => picture.alt === alt),
    );
    expect([right?.page, right?.bottom]).toEqual([left?.page, left?.bottom]);
    expect((right?.left ?? 0) - (left?.right ?? 0)).toBeCloseTo(lead, 0);
    expect((right?.right ?? 0) - (right?.left ?? 0)).toBeCloseTo((left?.right ?? 0) - (left?.left ?? 0), 0);
  });

  test("keeps numbers in line where a call of a note stands behind one", () => {
    expect(at("called").x).toBe(at("bare").x);
  });

  test("prints running heads on pages that open nothing, and on no others", () => {
    const headed = typeset.pages.filter(({ index }) => textOn(index).includes("A Short Account of Harbours"));
    const opened = new Set(
      typeset.pages.map(({ partId }) => typeset.pages.findIndex((page) => page.partId === partId)),
    );
    const named = new Set(["cover", "title-page", "imprint"]);
    expect(headed.filter(({ index, partId }) => opened.has(index) && !named.has(partId))).toEqual([]);
    expect(headed.some(({ partId }) => partId === "tides")).toBe(true);
  });

  test("prints heads and folios at their distances from the trimmed page", () => {
    const { bleed } = typeset.geometry;
    const fromTrim = (points = 0) => (points * 96) / 72 - bleed;
    for (const { index } of typeset.pages.filter(({ partId }) => partId === "tides").slice(1)) {
      expect(fromTrim(edges[index]?.first)).toBeCloseTo(geometry.top * 0.55 + 10, -1);
      expect(fromTrim(edges[index]?.last)).toBeCloseTo(geometry.height - geometry.bottom + 27 + 9, -1);
    }
  });

  test("prints the folio of each entry in the contents", () => {
    const folio = (id: string) => typeset.pages[at(id).page]?.folio;
    const contents = textOn(4).replace(/\s+/g, " ");
    expect(contents).toContain(`Stone and timber ${folio("quays-stone")}`);
    expect(contents).toContain(`Summary ${folio("summary")}`);
    expect(folio("summary")).toBe("iv");
  });

  test("breaks an address without a hyphen and without losing a sign", () => {
    const all = pages.map(({ text }) => text.replace(/\s+/g, "")).join("");
    expect(all).toContain("https://example.org/archives/harbours/records-1998");
    expect(all).toContain("https://example.org/moles/chapter.html");
  });

  test("draws with the theme's faces alone, embedded as real fonts", () => {
    const ours =
      /^(?:SourceSerif4(?:SmText|Caption|Subhead|Display)|SourceSans3|SourceCodePro\w*|NotoNaskhArabic)-/;
    expect(fonts.length).toBeGreaterThan(6);
    expect(fonts.filter(({ name, embedded }) => !ours.test(name) || !embedded)).toEqual([]);
    expect(fonts.filter(({ type }) => type === "Type3")).toEqual([]);
  });
});
