import { expect, test } from "vitest";
import { pageGeometry } from "../../../pipeline/write/pdf/print/page-geometry.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../support/browser.js";
import { openPdf, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { reportTheme } from "../../support/report-theme.js";
import { samplePublication } from "../../support/sample-publication.js";

const geometry = pageGeometry({ width: 170, height: 240 });

const rows = Array.from({ length: 140 }, (_, i) => `<tr><td id="row-${i}">Berth${i}.</td><td>Mud</td></tr>`);
const table = (kind: string, body: string) =>
  `<div class="table ${kind}"><table><thead><tr><th>Place</th><th>Ground</th></tr></thead><tbody>${body}</tbody></table></div>`;

test.each(["paged", "native"] as const)(
  "%s: a wide table that goes on over pages lies on each as its side asks",
  async (name) => {
    const document = await printDocument(samplePublication(), await reportTheme(), "screen");
    const html = document.html.replace(
      /<div[^>]* id="tbl-depths"/,
      (first) => `${table("size-wide", rows.join(""))}${first}`,
    );
    const typeset = await typesetter.typeset({ ...document, html, typesetter: name });
    expect(typeset.messages.map(String)).toEqual([]);

    const found = typeset.destinations.filter(({ id }) => id.startsWith("row-"));
    expect(found.map(({ id }) => id)).toEqual(rows.map((_, i) => `row-${i}`));
    const sides = new Set(found.map(({ page }) => typeset.pages[page]?.side));
    expect([...sides].sort()).toEqual(["left", "right"]);
    for (const { id, page, x } of found) {
      const { edge, inner } = geometry;
      expect(x, id).toBeCloseTo(typeset.pages[page]?.side === "left" ? edge : inner, 0);
    }

    const pdf = await openPdf(await printedPdf(typeset));
    const pages = await pagesOf(pdf);
    const texts = [...new Set(found.map(({ page }) => page))].map((page) => pages[page]?.text ?? "");
    await pdf.loadingTask.destroy();
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text).toContain("Ground");
    const set = [...texts.join(" ").matchAll(/Berth(\d+)\./g)].map(([, number]) => Number(number));
    expect(set).toEqual(rows.map((_, i) => i));
  },
);
