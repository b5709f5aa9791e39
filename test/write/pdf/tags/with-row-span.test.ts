import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { examine } from "../../../../pipeline/examine.js";
import { openPrints } from "../../../../pipeline/write/pdf/join/open-prints.js";
import { printDocument } from "../../../../pipeline/write/pdf/print-document.js";
import { retag } from "../../../../pipeline/write/pdf/tags/retag.js";
import { typesetter } from "../../../support/browser.js";
import { memoryManuscript } from "../../../support/memory-manuscript.js";
import { reportTheme } from "../../../support/report-theme.js";

test("a cell that pages part fills as many rows in the tags as in the manuscript", async () => {
  const rows = Array.from({ length: 90 }, (_, i) => {
    const region = i % 45 === 0 ? '<td rowspan="45">Region</td>' : "";
    return `<tr>${region}<td>Quay ${i}</td></tr>`;
  });
  const table = `<table><thead><tr><th>Region</th><th>Quay</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  const theme = await reportTheme();
  const { publication } = await examine(memoryManuscript({ "one.md": `# One\n\n${table}\n` }), theme);
  const document = await printDocument(publication, theme, "screen");
  const typeset = await typesetter.typeset({ ...document, typesetter: "native" });
  const pdf = await openPrints(typeset.prints);
  expect(await retag(pdf, document.blocks, "en-GB", typeset.pages)).toEqual([]);
  const elements = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of("S")) ? [object] : []));
  const spans = elements.flatMap((each) => String(each.lookup(PDFName.of("A"))).match(/RowSpan \d+/g) ?? []);
  expect(spans.filter((span) => span !== "RowSpan 1")).toEqual(["RowSpan 45", "RowSpan 45"]);
});
