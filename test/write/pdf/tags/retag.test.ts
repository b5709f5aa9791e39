import { PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { condense } from "../../../../pipeline/write/pdf/condense/condense.js";
import { operationsOf } from "../../../../pipeline/write/pdf/content/operations.js";
import { pageContent, streamText } from "../../../../pipeline/write/pdf/content/page-content.js";
import { type FontTexts, readPage } from "../../../../pipeline/write/pdf/content/read-page.js";
import { openPrints } from "../../../../pipeline/write/pdf/join/open-prints.js";
import { retag } from "../../../../pipeline/write/pdf/tags/retag.js";
import { typesetter } from "../../../support/browser.js";
import { glyphsOf } from "../../../support/glyphs.js";
import { openPdf } from "../../../support/pdf.js";
import { comparePixels } from "../../../support/pixels.js";
import { type Sample, typesetSample } from "./sample.js";
import { all, type Element, outline, structureOf, textOf, wordsOf } from "./structure.js";

/** What shows: text, its place, lines and surfaces. Fonts are numbered anew in every file. */
const showing = /^(?:Tj|TJ|Tm|Td|m|l|c|re|f|S|Do|rg|RG|cm)$/;

let sample: Sample;
let before: PDFDocument;
let pdf: PDFDocument;
let root: Element;
const load = () => openPrints(sample.typeset.prints);

beforeAll(async () => {
  sample = await typesetSample();
  before = await load();
  pdf = await load();
  expect(await retag(pdf, sample.document.blocks, "en-GB", sample.typeset.pages)).toEqual([]);
  root = structureOf(pdf);
});

const find = (type: string, words: string): Element => {
  const found = all(root).filter((each) => each.type === type && wordsOf(each).includes(words));
  const [first] = found.sort((a, b) => wordsOf(a).length - wordsOf(b).length);
  if (!first) throw new Error(`No ${type} with the words ${words}`);
  return first;
};

describe("the structure", () => {
  test("has one paragraph and one item where the browser tagged a part on each page", () => {
    const paragraph = find("P", "municipality2 ");
    expect(paragraph.pages.length).toBeGreaterThan(1);
    expect(wordsOf(paragraph)).toContain("weather899");
    const item = find("LI", "municipality392 ");
    expect(new Set(all(item).flatMap(({ pages }) => pages)).size).toBeGreaterThan(1);
    const twice = all(structureOf(before)).filter(
      (each) => each.type === "P" && /harbour\d/.test(wordsOf(each)),
    );
    expect(twice.length).toBeGreaterThan(1);
  });

  test("keeps the spaces at the ends of lines, and makes none in addresses", () => {
    const expected = sample.document.blocks.find(({ text }) => text.includes("weather899"))?.text;
    const words = (text = "") =>
      text
        .replace(/\u00AD/g, "")
        .trim()
        .split(/\s+/);
    expect(words(wordsOf(find("P", "weather899")))).toEqual(words(expected));
    const long = wordsOf(find("P", "archives"));
    expect(long.replace(/\u00AD/g, "")).toContain("https://example.org/archives/harbours/records-1998");
  });

  test("parts list items into label and body, and notes into number and text", () => {
    expect(outline(find("L", "springs"))).toMatch(/^L\(LI\(Lbl LBody\)/);
    const note = find("LI", "Tables of the coming year");
    expect(outline(note)).toBe("LI(Lbl(Link) LBody(P P(Reference(Link))))");
    expect(wordsOf(note.children[0] as Element).trim()).toBe("2.");
  });

  test("has one figure with its description and its caption", () => {
    const figure = find("Figure", "Routes into the outer basin.");
    expect(figure.alt).toBe("Two lines that meet and part");
    expect(outline(figure)).toBe("Figure(Caption(P))");
    expect(all(root).filter(({ type, alt }) => type === "Figure" && !alt)).toEqual([]);
  });

  test("has tables of rows with heads that say what they head", () => {
    const table = find("Table", "Depths at low water.");
    expect(outline(table)).toBe("Table(Caption TR(TH TH) TR(TD TD) TR(TD TD))");
  });

  test("puts every link's annotation into a Link tag with a description", () => {
    const links = all(root).flatMap((each) =>
      each.links.map((annotation) => ({ type: each.type, annotation })),
    );
    expect(links.length).toBeGreaterThan(10);
    for (const { type, annotation } of links) {
      expect(type).toBe("Link");
      expect(textOf(annotation.get(PDFName.of("Contents")))).toBeTruthy();
    }
    const annotations = pdf.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
    expect(links.length).toBe(annotations.length);
  });

  test("says of a call where it leads, and of a note's number that it leads back", () => {
    const described = (words: string, type: string) =>
      all(find(type, words)).flatMap(({ links }) =>
        links.map((link) => textOf(link.get(PDFName.of("Contents")))),
      );
    expect(described("The moon does most", "P")).toEqual(["2. Tables of the coming year. See also note 1."]);
    expect(described("Tables of the coming year", "LI")).toContain("Back to reference 2");
  });

  test("names the language of passages, and no key", () => {
    const languages = all(root).flatMap(({ type, language }) => (language ? [`${type} ${language}`] : []));
    expect(languages).toContain("Document en-GB");
    expect(languages).toContain("Em la");
    expect(languages).toContain("Span ar");
    expect(languages).toContain("Span de");
    expect(languages).toContain("P ar");
    expect(languages.join()).not.toContain("-x-k");
  });

  test("follows the order of the manuscript", () => {
    const words = wordsOf(root).replace(/[\s\u00AD]/g, "");
    const places = [
      "Thisaccountdescribes",
      "Timberrots",
      "Table1.Depths",
      "Themoondoes",
      "harbour0",
      "Tablesofthecoming",
    ].map((each) => words.indexOf(each));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe("what is translucent, and so in forms", () => {
  const translucent = [
    "All ships are borrowed",
    "The inner basin silts",
    "Routes into the outer",
    "weather899",
  ];

  test("was lost to the tags of pages alone", () => {
    const fonts: FontTexts = new Map();
    const inForms = before.getPages().flatMap((page) => {
      const runs = readPage(page, fonts).streams.flatMap(({ form, runs }) => (form ? runs : []));
      return runs.map(({ text }) => text).join("");
    });
    for (const words of translucent)
      expect(inForms.join("").replace(/\s/g, "")).toContain(words.replace(/\s/g, ""));
  });

  test("is in the tags, each form with its owners", () => {
    for (const words of translucent) expect(wordsOf(find("P", words))).toContain(words);
    const forms = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isForm =
        object instanceof PDFStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Form");
      return isForm && streamText(object).includes("/MCID")
        ? [object.dict.get(PDFName.of("StructParents"))]
        : [];
    });
    expect(forms.length).toBeGreaterThanOrEqual(translucent.length + 2);
    expect(new Set(forms.map(String)).size).toBe(forms.length);
    expect(forms).not.toContain(undefined);
  });

  test("is found by readers that go by the tags", async () => {
    const open = await openPdf(await pdf.save());
    const found: string[] = [];
    for (let number = 1; number <= open.numPages; number++) {
      const page = await open.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tags = JSON.stringify(await page.getStructTree());
      const marks: string[] = [];
      for (const item of items) {
        if ("str" in item) found.push(marks.some((mark) => tags.includes(`"${mark}"`)) ? item.str : "");
        else if (item.type === "endMarkedContent") marks.pop();
        else marks.push(item.id ?? "");
      }
    }
    await open.loadingTask.destroy();
    for (const words of translucent)
      expect(found.join("").replace(/\s/g, "")).toContain(words.replace(/\s/g, ""));
  });
});

describe("the measured pages", () => {
  test("paint nothing that is neither tagged nor an artifact", () => {
    const loose = (document: PDFDocument) => {
      const fonts: FontTexts = new Map();
      return document
        .getPages()
        .flatMap((page) => readPage(page, fonts).streams.flatMap((each) => each.loose)).length;
    };
    expect(loose(before)).toBeGreaterThan(20);
    expect(loose(pdf)).toBe(0);
  });

  test("paint what they painted, but for spaces", () => {
    const paints = (document: PDFDocument) =>
      document.getPages().map((page) => {
        const kept = operationsOf(pageContent(page)).filter(({ name }) => !/^(?:BDC|BMC|EMC)$/.test(name));
        return kept
          .filter(({ name }) => name !== "Tj")
          .map(({ name, operands }) => `${operands.join(" ")} ${name}`);
      });
    expect(paints(pdf)).toEqual(paints(before));
  });

  test("are set the same with keys as without", async () => {
    const { document, typeset } = sample;
    const html = document.html.replace(/(?<= lang="[\w-]+)-x-k[0-9a-z]+(?=")/g, "");
    expect(html.length).toBeLessThan(document.html.length - 500);
    const plain = await typesetter.typeset({ ...document, html });
    expect(plain.destinations).toEqual(typeset.destinations);
    const paints = (pdf: PDFDocument) =>
      pdf.getPages().map((page) =>
        operationsOf(pageContent(page))
          .filter(({ name }) => showing.test(name))
          .map(({ name, operands }) => `${operands.join(" ")} ${name}`),
      );
    expect(paints(await openPrints(plain.prints))).toEqual(paints(before));
  });

  test("look as before to the last pixel, which a hair on one page does not", async () => {
    const after = await pdf.save();
    expect(await comparePixels(await before.save(), after)).toEqual({
      pages: [pdf.getPageCount(), pdf.getPageCount()],
      inked: expect.toSatisfy((count: number) => count > pdf.getPageCount() / 2),
      differing: [],
    });
    const touched = await PDFDocument.load(after);
    touched.getPage(3).drawLine({ start: { x: 90, y: 90 }, end: { x: 99, y: 90 }, thickness: 0.3 });
    expect((await comparePixels(after, await touched.save())).differing).toEqual([3]);
  });
});

describe("content that was condensed before", () => {
  let short: PDFDocument;
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  beforeAll(async () => {
    short = await load();
    await condense(short, { pause });
  });

  test("lets others in after every few pages", () => {
    expect(pauses).toBeGreaterThanOrEqual(3 * Math.floor(short.getPageCount() / 8));
  });

  test("is less than half as long, and paints each glyph where it was", () => {
    const lengthOf = (document: PDFDocument) =>
      document.getPages().reduce((sum, page) => sum + pageContent(page).length, 0);
    expect(lengthOf(short)).toBeLessThan(lengthOf(before) / 2);
    const [old, now] = [glyphsOf(before), glyphsOf(short)];
    expect(now.flat().length).toBeGreaterThan(5000);
    const nameless = (glyphs: typeof old) => glyphs.map((page) => page.map(({ font, code }) => [font, code]));
    expect(nameless(now)).toEqual(nameless(old));
    // In CSS pixels: a thousandth is far less than what Chromium itself rounds places to.
    const far = old.flatMap((page, index) =>
      page.filter(({ x, y, line }, at) => {
        const other = now[index]?.[at];
        const moved = [
          x - (other?.x ?? 0),
          y - (other?.y ?? 0),
          ...line.map((value, i) => value - (other?.line[i] ?? 0)),
        ];
        return moved.some((distance) => Math.abs(distance) > 0.001);
      }),
    );
    expect(far).toEqual([]);
  });

  test("has the same tags, and loses no words", async () => {
    pauses = 0;
    expect(await retag(short, sample.document.blocks, "en-GB", sample.typeset.pages, pause)).toEqual([]);
    expect(pauses).toBeGreaterThanOrEqual(2 * Math.floor(short.getPageCount() / 8));
    const lines = (element: Element): unknown => [element.type, wordsOf(element), element.children.length];
    expect(all(structureOf(short)).map(lines)).toEqual(all(root).map(lines));
  });
});

describe("the pages", () => {
  test("that are not those that were measured are a message", async () => {
    const { pages } = sample.typeset;
    const at = pages.findIndex(({ start }) => start?.offset === 0 && start.origin.startsWith("long/"));
    const measured = pages.with(at + 1, { ...page(at + 1), start: { origin: originOf(at), offset: 0 } });
    const moved = await retag(await load(), sample.document.blocks, "en-GB", measured);
    expect(moved.map(({ ruleId }) => ruleId)).toEqual(["page-moved"]);
    expect(moved[0]?.reason).toContain(`page ${at + 2} does not begin with`);
    // A line that went to the page before, of a block that stands on both.
    const within = pages.findIndex(
      ({ start }) => start && start.offset > 0 && start.origin.startsWith("long/"),
    );
    const { origin = "", offset = 0 } = page(within).start ?? {};
    const sooner = pages.with(within, { ...page(within), start: { origin, offset: offset - 1 } });
    const [turned, ...more] = await retag(await load(), sample.document.blocks, "en-GB", sooner);
    expect([turned?.ruleId, more]).toEqual(["page-moved", []]);
    expect(turned?.reason).toContain(`page ${within + 1} does not go on with “`);
    const fewer = await retag(await load(), sample.document.blocks, "en-GB", pages.slice(1));
    expect(fewer[0]?.reason).toContain(
      `${pages.length - 1} pages were measured, ${pages.length} were printed`,
    );

    function page(index: number) {
      const found = pages[index];
      if (!found) throw new Error(`There is no page ${index}`);
      return found;
    }
    function originOf(index: number): string {
      return page(index).start?.origin ?? "";
    }
  });
});

describe("the words", () => {
  test("are there to be read: soft hyphens at broken lines", () => {
    expect(wordsOf(root)).not.toContain("\u2010");
    expect(wordsOf(structureOf(before))).toContain("\u2010");
  });

  test("that the PDF has not are messages", async () => {
    const blocks = sample.document.blocks.map((block) =>
      block.text.replaceAll("\u00AD", "") === "Opening."
        ? { ...block, text: "Opening of a door.", place: { file: "long.md", line: 7, column: 1 } }
        : block,
    );
    const [message, ...more] = await retag(await load(), blocks, "en-GB");
    expect(more).toEqual([]);
    expect(message).toMatchObject({ ruleId: "text-lost", file: "long.md", line: 7, column: 1, fatal: true });
    expect(message?.reason).toMatch(/^“.*door\.” is not in the text of the PDF, on page \d+ or near it$/);
  });
});
