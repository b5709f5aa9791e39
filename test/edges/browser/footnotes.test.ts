import { describe, expect, test } from "vitest";
import type { PrintDocument, Typeset } from "../../../pipeline/publication.js";
import { typesetter } from "../../support/browser.js";
import { messagesText } from "../../support/messages.js";
import { openPdf, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";

const line = 20;
/** What a note takes beside its lines: nothing; what all notes of a page take: one line. */
const css = `@page{size:400px 500px;margin:50px}html{font:10px/${line}px sans-serif;orphans:2;widows:2}
  p,h2,ul,ol{margin:0;padding:0}figure{margin:0;break-inside:avoid}section+section{break-before:page}
  .footnotes{padding-top:${line}px;font:8px/${line}px sans-serif}.note-call{line-height:0}`;

/** Pages of 20 lines of 20 pixels; every line is broken by hand. */
function document(...parts: readonly string[]): PrintDocument {
  const sections = parts.map(
    (part, i) => `<section data-part="p${i}" data-folio-style="decimal">${part}</section>`,
  );
  const html = `<!doctype html><html data-line="${line}" data-see-page="See page {n}."><head><meta charset="utf-8">
    <style>${css}</style></head><body>${sections.join("")}</body></html>`;
  return { html, resources: new Map(), geometry: { trimWidth: 400, trimHeight: 500, bleed: 0 } };
}

function lines(id: string, count: number, last = ""): string {
  return `${Array.from({ length: count }, (_, i) => `${id} ${i + 1}`).join("<br>")}${last}`;
}

function paragraph(id: string, count: number, last = ""): string {
  return `<p id="${id}">${lines(id, count, last)}</p>`;
}

function call(number: number, letter = ""): string {
  return `<sup class="note-call"><a id="fnref-${number}${letter}" href="#fn-${number}">${number}</a></sup>`;
}

function note(number: number, content: string): string {
  return `<aside class="note footnote" id="fn-${number}" data-number="${number}" data-place="one.md:${number}:1"
    data-footnote>${content}</aside>`;
}

async function set(document: PrintDocument): Promise<{ set: Typeset; texts: string[]; places: string[] }> {
  const typeset = await typesetter.typeset(document);
  const pdf = await openPdf(await printedPdf(typeset));
  const pages = await pagesOf(pdf);
  await pdf.loadingTask.destroy();
  const places = typeset.destinations
    .filter(({ id }) => /^fn-\d+$/.test(id))
    .map(({ id, page, y }) => `${id} ${page + 1}:${(y - 50) / line}`);
  return { set: typeset, texts: pages.map(({ text }) => text.replace(/\s+/g, " ").trim()), places };
}

describe("a note", () => {
  test("stands at the foot of the page of its call, its last line the last of the page", async () => {
    const { set: done, places } = await set(
      document(paragraph("a", 5, call(1)) + paragraph("b", 30) + note(1, paragraph("n", 2))),
    );
    expect(places).toEqual(["fn-1 1:18"]);
    expect(messagesText(done.messages)).toBe("");
  });

  test("takes its call with it to the next page rather than be cut for the sake of two lines", async () => {
    const text = paragraph("a", 16) + paragraph("b", 4, call(1)) + paragraph("c", 12);
    const { places, texts } = await set(document(text + note(1, paragraph("n", 3))));
    expect(places).toEqual(["fn-1 2:17"]);
    expect(texts[0]).toMatch(/b 2$/);
  });

  test("is cut where much room would be lost, and goes on before the notes of the next page", async () => {
    const text = paragraph("a", 14, call(1)) + paragraph("b", 10, call(2)) + paragraph("c", 12);
    const notes = note(1, paragraph("n", 12)) + note(2, paragraph("m", 2));
    const { set: done, places, texts } = await set(document(text + notes));
    expect(places).toEqual(["fn-1 1:15", "fn-2 2:18"]);
    expect(texts[0]).toMatch(/a 14 ?1 n 1 .*n 5$/);
    expect(texts[1]).toMatch(/n 6 .*n 12 m 1 m 2$/);
    expect(messagesText(done.messages)).toBe("");
  });

  test("leaves no line of its paragraphs alone on either side of a cut", async () => {
    const text = paragraph("a", 14, call(1)) + paragraph("b", 20);
    const { texts } = await set(
      document(text + note(1, paragraph("n", 4) + paragraph("m", 2) + paragraph("o", 9))),
    );
    // Five lines fit; a paragraph of two is not divided.
    expect(texts[0]).toMatch(/n 4$/);
  });

  test("longer than a page goes on over pages that keep eight lines of text", async () => {
    const text = paragraph("a", 6, call(1)) + paragraph("b", 40);
    const { set: done, texts } = await set(document(text + note(1, paragraph("n", 34))));
    expect(texts[1]).toMatch(/^b \d+ .*n \d+ .*n \d+$/);
    expect(texts[1]?.match(/b \d+/g)).toHaveLength(8);
    expect(texts.join(" ").match(/n \d+/g)).toEqual(Array.from({ length: 34 }, (_, i) => `n ${i + 1}`));
    expect(messagesText(done.messages)).toBe("");
  });

  test("that is called again on a later page is referred to there, and on its own page is not", async () => {
    const text =
      paragraph("a", 4, call(1) + call(1, "b")) + paragraph("b", 20, call(1, "c")) + paragraph("c", 3);
    const { places, texts } = await set(document(text + note(1, paragraph("n", 2))));
    expect(places).toEqual(["fn-1 1:18"]);
    expect(texts[0]).not.toContain("See page");
    expect(texts[1]).toMatch(/1\. See page 1\.$/);
  });

  test("of a figure's caption stands with the figure", async () => {
    const figure = `<figure style="height:${8 * line}px"><figcaption>caption${call(1)}</figcaption></figure>`;
    const { places } = await set(
      document(paragraph("a", 12) + figure + paragraph("b", 3) + note(1, paragraph("n", 2))),
    );
    expect(places).toEqual(["fn-1 2:18"]);
  });

  test("goes on with the numbers of its list, and shows none for the rest of an item", async () => {
    const list = `<ol>${["x", "y", "z"].map((id) => `<li>${lines(id, 4)}</li>`).join("")}</ol>`;
    const { texts } = await set(document(paragraph("a", 9, call(1)) + paragraph("b", 40) + note(1, list)));
    const [first, second] = texts.filter((text) => /[xyz] \d/.test(text));
    expect(`${first} / ${second}`.replace(/[ab] \d+ ?/g, "")).toMatch(/1\. x 1.*3\. z 1 z 2 \/ z 3 z 4$/);
  });
});

describe("several notes", () => {
  test("called in the last line of a page stand there whole, but for the last", async () => {
    const text = paragraph("a", 12, call(1) + call(2)) + paragraph("b", 20);
    const notes = note(1, paragraph("n", 3)) + note(2, paragraph("m", 8));
    const { set: done, places } = await set(document(text + notes));
    expect(places).toEqual(["fn-1 1:13", "fn-2 1:16"]);
    expect(messagesText(done.messages)).toBe("");
  });

  test("of one line that no page can hold: the later one waits, and is reported at its line", async () => {
    const text = paragraph("a", 2, call(1) + call(2)) + paragraph("b", 40);
    const notes = note(1, paragraph("n", 30)) + note(2, paragraph("m", 2));
    const { set: done, texts } = await set(document(text + notes));
    expect(messagesText(done.messages)).toBe(
      "one.md:2:1 warning footnote-late Note 2 begins behind page 1, where it is called: the notes there leave no room for it\n",
    );
    expect(texts.join(" ").match(/[nm] \d+/g)).toHaveLength(32);
  });

  test("do not go from one part to the next: what is left has pages of its own", async () => {
    const first = paragraph("a", 3, call(1)) + note(1, paragraph("n", 50));
    const { set: done, texts } = await set(document(first, paragraph("b", 3)));
    expect(done.pages.map(({ partId, folio }) => `${partId} ${folio}`)).toEqual([
      "p0 1",
      "p0 2",
      "p0 3",
      "p1 4",
    ]);
    expect(texts[2]).toMatch(/^n \d+ .*n 50$/);
    expect(texts[3]).toBe("b 1 b 2 b 3");
    expect(messagesText(done.messages)).toBe("");
  });

  test("at the end of a work lose nothing either", async () => {
    const { set: done, texts } = await set(
      document(paragraph("a", 3, call(1)) + note(1, paragraph("n", 50))),
    );
    expect(texts.join(" ").match(/n \d+/g)).toHaveLength(50);
    expect(messagesText(done.messages)).toBe("");
  });
});

test("what fits on no page is reported where it runs off one", async () => {
  const tall = `<figure style="height:${25 * line}px"><figcaption>tall</figcaption></figure>`;
  const { set: done } = await set(document(paragraph("a", 3, call(1)) + note(1, `<p>see</p>${tall}`)));
  expect(messagesText(done.messages)).toMatch(/text-overflow/);
});
