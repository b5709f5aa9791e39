import { PDFArray, PDFContext, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTypesetter } from "../../../../pipeline/edges/browser.js";
import type { NavItem, Publication, Theme, Typeset } from "../../../../pipeline/publication.js";
import { spooled } from "../../../../pipeline/spooled.js";
import { steps } from "../../../../pipeline/write/pdf/finish/index.js";
import { readPrinted } from "../../../../pipeline/write/pdf/finish/load-printed.js";
import { saveWithContentId } from "../../../../pipeline/write/pdf/finish/save.js";
import { openPrints } from "../../../../pipeline/write/pdf/join/open-prints.js";
import { paragraphs, smallDocument } from "../../../edges/browser/small-document.js";
import { typesetter } from "../../../support/browser.js";
import { objectsOf } from "../../../support/objects-of.js";
import { openPdf, type PageFacts, pageOfDestination, pagesOf } from "../../../support/pdf.js";
import { printedPdf } from "../../../support/printed-pdf.js";
import { expectNoFault } from "../../../support/qpdf.js";
import { samplePublication } from "../../../support/sample-publication.js";

const table = `<table><thead><tr><th scope="col">Port</th><th scope="col">Depth</th></tr></thead>
  <tbody><tr><th scope="row">North</th><td>12</td></tr></tbody></table>`;
const document = smallDocument(
  `
  <section id="cover" data-part="cover" data-folio-style="none"><div class="wash"></div>Cover</section>
  <section id="summary" data-part="summary" data-folio-style="roman" data-folio-start="1">${paragraphs(40, 100)}</section>
  <section id="one" data-part="one" data-folio-style="decimal" data-folio-start="1"><h1>Quays &amp; moles</h1>
    <a href="#p139">back</a> <a href="https://example.org/">out</a>${table}
    <section id="one-a" class="below"><h2 id="one-a-h">Stone</h2>${paragraphs(40, 200)}</section></section>`,
  {
    css: ".below { break-before: auto } .wash { position: absolute; inset: -57px; background: #9c2f1f }",
  },
);

function item(id: string, title: string, more: Partial<NavItem> = {}): NavItem {
  return { id, title, partId: "one", division: "body", authors: [], children: [], ...more };
}

const sample = samplePublication();
const publication: Publication = {
  ...sample,
  metadata: {
    ...sample.metadata,
    title: "Ports & “Promises” <1>",
    subjects: ["Harbours", "Promises"],
    isbn: "9780000000002",
    doi: "10.1000/182",
    trim: { width: 100, height: 100 },
  },
  parts: sample.parts.filter(({ kind }) => kind === "cover"),
  nav: [
    item("summary", "Summary"),
    item("one", "Quays & moles", { number: "1", children: [item("one-a", "Stone"), item("gone", "Gone")] }),
  ],
};
const theme = { trim: { width: 1, height: 1 } } as Theme;

async function finished(typeset: Typeset, of: Publication = publication): Promise<Uint8Array> {
  const pdf = await openPrints(typeset.prints);
  for (const step of steps) step({ pdf, typeset, publication: of, theme });
  return (await saveWithContentId(pdf, of.metadata.identifier)).read();
}

let typeset: Typeset;
let again: Typeset;
let bytes: Uint8Array;
let pages: PageFacts[];
const open: { pdf: Awaited<ReturnType<typeof openPdf>> }[] = [];
const other = createTypesetter();
beforeAll(async () => {
  [typeset, again] = await Promise.all([typesetter.typeset(document), other.typesetter.typeset(document)]);
  bytes = await finished(typeset);
  open.push({ pdf: await openPdf(bytes) });
  pages = await pagesOf(pdf());
});
afterAll(async () => {
  await Promise.all([other.close(), ...open.map((each) => each.pdf.loadingTask.destroy())]);
});

function pdf() {
  const [first] = open;
  if (!first) throw new Error("The PDF is not open");
  return first.pdf;
}

/** What Chromium may write at another time: a later clock, and a counter of nodes that stood elsewhere. */
async function atAnotherTime(set: Typeset): Promise<Typeset> {
  const text = Buffer.from(await printedPdf(set)).toString("latin1");
  const later = text
    .replace(/node(\d{8})/g, (_, digits: string) => `node${String(Number(digits) + 7).padStart(8, "0")}`)
    .replace(/D:\d{4}/g, "D:2031");
  expect(later.match(/node\d{8}/g)).not.toEqual(text.match(/node\d{8}/g));
  expect(later).toContain("D:2031");
  const file = spooled(Buffer.from(later, "latin1"));
  return { ...set, prints: set.prints.map((print) => ({ ...print, file })) };
}

test("two browsers at two times give the same bytes, one word more gives others", async () => {
  expect(Buffer.from(await finished(again)).equals(Buffer.from(bytes))).toBe(true);
  expect(Buffer.from(await finished(await atAnotherTime(again))).equals(Buffer.from(bytes))).toBe(true);
  const other = await finished(typeset, {
    ...publication,
    metadata: { ...publication.metadata, title: "Other" },
  });
  const [mine, theirs] = [bytes, other].map((each) =>
    /\/ID \[ <(\w+)> <(\w+)> \]/.exec(Buffer.from(each).toString("latin1")),
  );
  expect(mine?.[1]).toBe(theirs?.[1]);
  expect(mine?.[2]).not.toBe(theirs?.[2]);
});

test("what Chromium prints is read as the library reads it", async () => {
  const printed = await printedPdf(typeset);
  const { context } = await PDFDocument.load(printed, { updateMetadata: false });
  const own = PDFContext.create();
  await readPrinted(spooled(printed), own);
  // The trailer is for the document that is made of it.
  expect(objectsOf(own).slice(0, -1)).toEqual(objectsOf(context).slice(0, -1));
});

test("no number of Chromium's is left over", async () => {
  expect(Buffer.from(await printedPdf(typeset)).toString("latin1")).toContain("node000");
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const all = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [String(object)] : []))
    .join("\n");
  expect(all).not.toContain("node000");
  // Chromium gives ids to the headings that a cell of data points to.
  expect(all).toContain("/Headers [ (cell000001) (cell000002) ]");
  expect(all.match(/\/ID \(cell\d+\)/g)).toEqual(["/ID (cell000001)", "/ID (cell000002)"]);
});

test("a checker of PDFs finds no fault", () => {
  expectNoFault(bytes);
});

describe("boxes", () => {
  test("are the exact trim", async () => {
    const loaded = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of loaded.getPages()) {
      for (const box of [page.getMediaBox(), page.getCropBox(), page.getTrimBox()]) {
        expect(box.width).toBeCloseTo((100 * 72) / 25.4, 3);
        expect(box.height).toBeCloseTo((100 * 72) / 25.4, 3);
      }
      expect(page.getMediaBox()).toEqual(page.getTrimBox());
      expect(page.getMediaBox()).toEqual(page.getCropBox());
    }
  });

  test("lie where the browser laid the trim: 10 mm of margin before the first word", async () => {
    const page = await pdf().getPage(2);
    const [left = 0, bottom = 0, , top = 0] = page.view;
    const { items } = await page.getTextContent();
    const word = items.find((each) => "str" in each && each.str.startsWith("Words"));
    const [, , , , x = 0, y = 0] = word && "transform" in word ? (word.transform as number[]) : [];
    expect(x - left).toBeCloseTo((10 * 72) / 25.4, 0);
    // The baseline stands some 13 px below the top of a line of 18 px.
    expect((top - y) * (96 / 72)).toBeGreaterThan(37.8 + 10);
    expect((top - y) * (96 / 72)).toBeLessThan(37.8 + 16);
    expect(y).toBeGreaterThan(bottom);
  });
});

test("pages bear their folios as labels, the cover its name", () => {
  expect(typeset.pages.map(({ folio }) => folio)).toEqual(["", "i", "ii", "iii", "1", "2", "3"]);
  expect(pages.map(({ label }) => label)).toEqual(["Cover", "i", "ii", "iii", "1", "2", "3"]);
});

test("the outline is the contents, numbered, nested and with its spaces; each entry leads to its page", async () => {
  const outline = await pdf().getOutline();
  const shape = (items: typeof outline): unknown =>
    items.map(({ title, items }) => (items.length > 0 ? [title, shape(items)] : title));
  expect(shape(outline)).toEqual(["Summary", ["1. Quays & moles", ["Stone", "Gone"]]]);
  const pageOf = async (entry: (typeof outline)[number] | undefined) =>
    Array.isArray(entry?.dest) ? pdf().getPageIndex(entry.dest[0]) : undefined;
  expect(await Promise.all(outline.map(pageOf))).toEqual([1, 4]);
  expect(await Promise.all((outline[1]?.items ?? []).map(pageOf))).toEqual([4, undefined]);
});

test("the outline lists figures and tables where the publication asks for them", async () => {
  const asked = { ...publication.metadata, outline: { figures: true, tables: false } };
  const exhibits = [
    { kind: "figure", id: "p139", partId: "summary", label: "Figure 1", caption: "Routes" },
    { kind: "table", id: "one-a", partId: "one", label: "Table 1", caption: "Depths" },
  ] as const;
  const read = await openPdf(await finished(typeset, { ...publication, metadata: asked, exhibits }));
  const outline = await read.getOutline();
  expect(outline.map(({ title }) => title)).toEqual(["Summary", "1. Quays & moles", "Figures"]);
  expect(outline[2]?.items.map(({ title }) => title)).toEqual(["Figure 1. Routes"]);
  expect(await read.getPageIndex(outline[2]?.items[0]?.dest?.[0])).toBe(3);
  await read.loadingTask.destroy();
});

test("every id is a destination on its page, and links lead there or out", async () => {
  const names = await pdf().getDestinations();
  expect(Object.keys(names).sort()).toEqual(typeset.destinations.map(({ id }) => id).sort());
  for (const { id, page } of typeset.destinations)
    expect([id, await pageOfDestination(pdf(), id)]).toEqual([id, page]);
  expect(pages[4]?.links).toEqual(
    expect.arrayContaining([{ dest: "p139" }, { url: "https://example.org/" }]),
  );
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(catalog.has(PDFName.of("Dests"))).toBe(false);
  const tree = catalog.lookup(PDFName.of("Names"), PDFDict).lookup(PDFName.of("Dests"), PDFDict);
  const keys = tree
    .lookup(PDFName.of("Names"), PDFArray)
    .asArray()
    .filter((_, i) => i % 2 === 0)
    .map(String);
  expect(keys).toEqual([...keys].sort());
});

describe("metadata", () => {
  test("in the information dictionary come from the publication alone", async () => {
    const { info } = await pdf().getMetadata();
    expect(info).toMatchObject({
      Title: "Ports & “Promises” <1>",
      Author: "Ada Marsh, Bo Quill",
      Subject: "What harbours promise, and to whom.",
      Keywords: "Harbours, Promises",
      Creator: "quoin",
      Producer: expect.stringMatching(/^Skia\/PDF m\d+$/),
      CreationDate: "D:20210304000000Z",
      ModDate: "D:20210304000000Z",
      Language: "en-GB",
      PDFFormatVersion: "1.7",
    });
  });

  test("in XMP agree with them", async () => {
    const { metadata, info } = await pdf().getMetadata();
    expect(metadata?.get("dc:title")).toBe("Ports & “Promises” <1>");
    expect(metadata?.get("dc:creator")).toEqual(["Ada Marsh", "Bo Quill"]);
    expect(metadata?.get("dc:language")).toBe("en-GB");
    expect(metadata?.get("dc:identifier")).toBe("urn:isbn:9780000000002");
    expect(metadata?.get("dc:subject")).toEqual(["Harbours", "Promises"]);
    expect(metadata?.get("prism:doi")).toBe("10.1000/182");
    expect(metadata?.get("prism:url")).toBe("https://doi.org/10.1000/182");
    expect(metadata?.get("prism:isbn")).toBe("9780000000002");
    expect(metadata?.get("prism:publicationname")).toBe("Lantern Papers");
    expect(metadata?.get("prism:number")).toBe("7");
    expect(metadata?.get("xmprights:webstatement")).toBe("https://creativecommons.org/licenses/by/4.0/");
    expect(metadata?.get("dc:rights")).toBe("Copyright 2021 the authors.");
    expect(metadata?.get("xmp:createdate")).toBe("2021-03-04T00:00:00Z");
    expect(metadata?.get("pdf:producer")).toBe((info as { Producer: string }).Producer);
  });

  test("of the viewer ask for title, outline and spreads", async () => {
    expect(await pdf().getPageMode()).toBe("UseOutlines");
    expect(await pdf().getPageLayout()).toBe("TwoPageRight");
    expect(await pdf().getViewerPreferences()).toEqual({ DisplayDocTitle: true });
  });
});
