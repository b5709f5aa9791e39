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

test("native: a row of a wide table that is taller than a page is cut where pages begin, and lies on each as its side asks", async () => {
  const words = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  const lines = Array.from({ length: 90 }, (_, i) => `<p id="line-${i}">Line${i}.</p>`).join("");
  const items = Array.from(
    { length: 30 },
    (_, i) => `<li>${words(`i${i}x`, 30).join(" ")} <em>End${i}.</em></li>`,
  );
  const tall = `<tr id="tall"><td>Tall</td><td><p>${words("a", 900).join(" ")}</p><ol>${items.join("")}</ol></td><td>${lines}</td></tr>`;
  const after = `<tr><td id="after">After</td><td>it</td><td>all</td></tr>`;
  const document = await printDocument(samplePublication(), await reportTheme(), "screen");
  const html = document.html.replace(/<div[^>]* id="tbl-depths"/, (first) =>
    [
      `<div class="table size-wide"><table><thead><tr><th>Place</th><th>Ground</th><th>Line</th></tr></thead><tbody>`,
      `<tr><td>Before</td><td>it</td><td>all</td></tr>${tall}${after}</tbody></table></div>${first}`,
    ].join(""),
  );
  const typeset = await typesetter.typeset({ ...document, html, typesetter: "native" });
  expect(typeset.messages.map(String)).toEqual([]);

  const found = typeset.destinations.filter(({ id }) => id.startsWith("line-"));
  expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 90 }, (_, i) => `line-${i}`));
  const offsetOf = ({ page, x }: { readonly page: number; readonly x: number }) =>
    x - (typeset.pages[page]?.side === "left" ? geometry.edge : geometry.inner);
  const [column = 0] = found.map(offsetOf);
  expect(new Set(found.map(({ page }) => typeset.pages[page]?.side)).size).toBe(2);
  for (const each of found) expect(offsetOf(each), each.id).toBeCloseTo(column, 0);
  const [behind] = typeset.destinations.filter(({ id }) => id === "after");
  expect(behind && offsetOf(behind)).toBeCloseTo(0, 0);

  const pdf = await openPdf(await printedPdf(typeset));
  const text = (await pagesOf(pdf)).map((page) => page.text).join("\n");
  await pdf.loadingTask.destroy();
  const set = [...text.matchAll(/\ba\d+/g)].map(([word]) => word);
  expect(set).toEqual(words("a", 900));
  expect([...text.matchAll(/\bi\d+x\d+/g)].map(([word]) => word)).toEqual(
    items.flatMap((_, i) => words(`i${i}x`, 30)),
  );
  // An item that is cut in two has its number once, and the next one counts on.
  const numbers = [...text.matchAll(/(\d+)\.\s+i\d+x0\b/g)].map(([, number]) => Number(number));
  expect(numbers).toEqual(items.map((_, i) => i + 1));
});

const harbour = "港口的堤坝在冬天里修理了三次，可是没有人知道是谁付的钱。";
const chinese = `<p lang="zh">${harbour.repeat(60)}</p>`;

test.each([
  ["paged", "size-column", ""],
  ["paged", "size-wide", ""],
  ["native", "size-column", chinese],
  ["native", "size-wide", chinese],
] as const)(
  "%s: a table of %s shows its head on pages that begin inside a row, too",
  async (name, size, more) => {
    const words = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    const items = Array.from({ length: 20 }, (_, i) => `<li>${words(`i${i}x`, 20).join(" ")}</li>`).join("");
    const before = rows.slice(0, 20).join("");
    const tall = `<tr><td><p>Tall</p><ul>${items}</ul></td><td><p>${words("unquestionably", 1500).join(" ")}</p>${more}</td></tr>`;
    const document = await printDocument(samplePublication(), await reportTheme(), "screen");
    const html = document.html.replace(
      /<div[^>]* id="tbl-depths"/,
      (first) => `${table(size, `${before}${tall}${rows.slice(20, 40).join("")}`)}${first}`,
    );
    const typeset = await typesetter.typeset({ ...document, html, typesetter: name });
    expect(typeset.messages.map(String)).toEqual([]);

    const pdf = await openPdf(await printedPdf(typeset));
    const pages = (await pagesOf(pdf)).map(({ text }) => text);
    await pdf.loadingTask.destroy();
    const own = pages.filter((text) => /unquestionably\d|i\d+x\d|港口/.test(text));
    expect(own.length).toBeGreaterThan(3);
    for (const text of own) expect(text).toContain("Ground");
    const text = own.join(" ");
    const set = [...text.matchAll(/unquestionably(\d+)/g)].map(([, number]) => Number(number));
    expect(set).toEqual(words("", 1500).map(Number));
    expect([...text.replaceAll(/\s/g, "").matchAll(/港口的/g)]).toHaveLength(more === "" ? 0 : 60);
  },
);
