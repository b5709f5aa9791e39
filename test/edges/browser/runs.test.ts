import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { createTypesetter } from "../../../pipeline/edges/browser.js";
import type { Typeset } from "../../../pipeline/publication.js";
import { openPrints } from "../../../pipeline/write/pdf/join/open-prints.js";
import { typesetter } from "../../support/browser.js";
import { openPdf, type PageFacts, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { paragraph, paragraphs, type Setter, smallDocument } from "./small-document.js";

const table = (name: string) =>
  `<table><thead><tr><th>${name}</th><th>Tons</th></tr></thead><tbody><tr><td>Coal</td><td>4</td></tr></tbody></table>`;
const heads = 'data-folio-style="decimal" data-head-verso="The Work"';
const figure = `<figure><svg aria-label="A quay" width="40" height="40"><rect width="40" height="40"/></svg></figure>`;

/** Three pages and one, five, and two. */
const sections = [
  `<section data-part="contents" ${heads}><a data-folio-ref href="#later">Later</a> <a data-folio-ref href="#p110">Before</a>${paragraphs(30, 1)}</section>`,
  `<section data-part="one" ${heads} data-head-recto="Quays">${table("Quay")}${paragraphs(12, 101)}</section>`,
  `<section data-part="two" ${heads} data-head-recto="Tides"><h1 id="later">Tides</h1><a href="#p101">back</a>
    <a data-folio-ref href="#p110">page</a>${table("Tide")}${figure}${paragraphs(70, 201)}</section>`,
  `<section data-part="three" ${heads} data-head-recto="Élan">${paragraph(301, "Élan vital, vœu")}${paragraphs(20, 302)}</section>`,
].join("");

async function typesetBy(setter: Setter, css = ""): Promise<Typeset> {
  return typesetter.typeset(smallDocument(sections, { typesetter: setter, css }));
}

describe("a long document, set in two runs side by side", () => {
  let [whole, runs]: Typeset[] = [];
  let facts: readonly PageFacts[][];
  let joined: PDFDocument;
  beforeAll(async () => {
    [whole, runs] = [await typesetBy("native"), await typesetBy("native in runs")];
    facts = await Promise.all(
      [whole, runs].map(async (set) => {
        const open = await openPdf(await printedPdf(set));
        const pages = await pagesOf(open);
        await open.loadingTask.destroy();
        return pages;
      }),
    );
    joined = await openPrints(runs.prints);
  });
  const dictionaries = () =>
    joined.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (object instanceof PDFStream) return [object.dict];
      return object instanceof PDFDict ? [object] : [];
    });

  test("has the pages that one run gives: folios, sides, heads, words, and where all stands", () => {
    const { prints: _, ...expected } = whole as Typeset;
    const { prints, ...found } = runs as Typeset;
    expect(found).toEqual(expected);
    expect(prints.map(({ pages, hasLead }) => [pages, hasLead])).toEqual([
      [3, false],
      [7, true],
    ]);
    // The second run begins on a left page.
    expect(found.pages.find(({ partId }) => partId === "two")?.side).toBe("left");
    const text = (pages: readonly PageFacts[] | undefined) => pages?.map((page) => page.text);
    expect(text(facts[1])).toEqual(text(facts[0]));
    expect(text(facts[1])?.[0]).toContain("Later 4");
  });

  test("leads from one run into the other", () => {
    const targets = dictionaries()
      .filter((each) => each.get(PDFName.of("Subtype")) === PDFName.of("Link"))
      .map((link) => String(link.get(PDFName.of("Dest"))));
    expect([...new Set(targets)]).toEqual(["/later", "/p110", "/p101"]);
  });

  test("has one font for its one face, with the letters of both runs, as wide as they were", () => {
    const fonts = dictionaries().filter((each) => each.get(PDFName.of("Subtype")) === PDFName.of("Type0"));
    expect(fonts).toHaveLength(1);
  });

  test("has one tree of tags, in which no key and no id comes twice", () => {
    const root = joined.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
    const parents = root.lookup(PDFName.of("ParentTree"), PDFDict).lookup(PDFName.of("Nums"), PDFArray);
    const keys = parents.asArray().flatMap((key) => (key instanceof PDFNumber ? [key.asNumber()] : []));
    expect(keys).toEqual([...new Set(keys)].toSorted((a, b) => a - b));
    const asked = dictionaries().flatMap((each) =>
      ["StructParents", "StructParent"].flatMap((name) => {
        const key = each.get(PDFName.of(name));
        return key instanceof PDFNumber ? [key.asNumber()] : [];
      }),
    );
    expect(asked).toHaveLength(new Set(asked).size);
    expect(keys).toEqual(expect.arrayContaining(asked));
    const ids = dictionaries().flatMap((each) => {
      const id = each.get(PDFName.of("ID"));
      return id instanceof PDFString ? [id.asString()] : [];
    });
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    const headers = dictionaries().flatMap((each) => [
      ...String(each.get(PDFName.of("A"))).matchAll(/\/Headers \[ \((.*?)\) \]/g),
    ]);
    expect(new Set(headers.map(([, id]) => id))).toEqual(new Set(ids));
  });

  test("is set when another long one is: two editions at once would hold twice the memory", async () => {
    const told: string[] = [];
    const browser = createTypesetter({ onWork: () => told.push("begins") });
    const document = smallDocument(sections, { typesetter: "native in runs" });
    const set = () => browser.typesetter.typeset(document).then(() => told.push("ends"));
    await Promise.all([set(), set()]);
    await browser.close();
    expect(told).toEqual(["begins", "ends", "begins", "ends"]);
  });

  test("is set as one where style sheets count through all of it", async () => {
    const css = "html{counter-reset:line}p{counter-increment:line}p::before{content:counter(line) ' '}";
    const open = await openPdf(await printedPdf(await typesetBy("native in runs", css)));
    const last = (await pagesOf(open)).at(-1);
    await open.loadingTask.destroy();
    expect(last?.text).toContain("133 ");
  });
});
