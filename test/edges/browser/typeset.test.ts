import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTypesetter } from "../../../pipeline/edges/browser.js";
import { problem } from "../../../pipeline/problem.js";
import type { Reached, Resource, Typeset } from "../../../pipeline/publication.js";
import { typesetter } from "../../support/browser.js";
import { fontsOf, openPdf, type PageFacts, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { paragraph, paragraphs, setters, smallDocument } from "./small-document.js";

/** A browser that no other file of tests has used. */
const other = createTypesetter();
afterAll(other.close);

async function factsOf(set: Typeset): Promise<PageFacts[]> {
  const open = await openPdf(await printedPdf(set));
  const facts = await pagesOf(open);
  await open.loadingTask.destroy();
  return facts;
}

const heads = 'data-head-verso="The Work"';

describe.each(setters)("%s: a work of four parts", (name) => {
  const parts = [
    `<section data-part="cover" data-folio-style="none" ${heads}>${paragraph(1, "Cover")}</section>`,
    `<section class="chapter" data-part="summary" data-folio-style="roman" data-folio-start="1" data-opener ${heads}
       data-head-recto="Summary">${paragraphs(40, 100)}</section>`,
    `<section class="chapter" data-part="one" data-folio-style="decimal" data-folio-start="1" data-opener ${heads}
       data-head-recto="Quays"><h1 id="one-h">Quays</h1><a data-folio-ref href="#p240">see</a>
       <a data-folio-ref href="#p101">back</a>${paragraphs(41, 200)}</section>`,
    `<section class="chapter" data-part="two" data-folio-style="decimal" data-opener ${heads}
       data-head-recto="Tides">${paragraph(300)}</section>`,
  ];
  let set: Typeset;
  let facts: PageFacts[];
  const reached: Reached[] = [];
  beforeAll(async () => {
    set = await typesetter.typeset(
      smallDocument(parts.join(""), { css: "[data-opener] { break-before: recto }", typesetter: name }),
      { reached: (far) => reached.push(far) },
    );
    facts = await factsOf(set);
  });

  test("has the folios, sides and blanks that a bookmaker would count", () => {
    const shape = set.pages.map(
      ({ folio, side, blank, partId }) => `${partId} ${folio || "-"} ${side}${blank ? " blank" : ""}`,
    );
    expect(shape).toEqual([
      "cover - right",
      "cover - left blank",
      "summary i right",
      "summary ii left",
      "summary iii right",
      "summary iv left blank",
      "one 1 right",
      "one 2 left",
      "one 3 right",
      "one 4 left blank",
      "two 5 right",
    ]);
    expect(set.pages.map(({ index }) => index)).toEqual(set.pages.map((_, index) => index));
    expect(set.messages).toEqual([]);
  });

  test("is told of as it is done: chapters, pages and characters, step by step", () => {
    const steps = [...new Set(reached.map(({ step }) => step))];
    const native = ["loading", "laying", "numbering", "measuring", "printing"];
    expect(steps).toEqual(name === "paged" ? ["laying"] : native);
    for (const step of steps) {
      const told = reached.filter((far) => far.step === step);
      const { chapters, of, pages, share } = told.at(-1) ?? {};
      // Blank pages come between parts when all are known; Paged.js has set the last chapter when it is through.
      const whole = name === "paged" || step === "printing" ? 11 : 8;
      expect([step, of, pages]).toEqual([step, 3, step === "loading" ? 0 : whole]);
      expect([step, chapters]).toEqual([step, name === "paged" ? 2 : 3]);
      expect(share).toBeCloseTo(1, 2);
      for (const what of ["chapters", "pages", "share"] as const) {
        const counts = told.map((far) => far[what]);
        expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      }
    }
    const paged = reached.filter(({ step }) => step === "laying").map(({ pages }) => pages);
    expect(paged).toHaveLength(name === "paged" ? 11 : parts.length);
  });

  test("shows running heads by side, none on openers, and neither head nor folio on blanks", () => {
    const lines = facts.map(({ text }) => text.split("\n").filter((line) => line !== ""));
    const heads = lines.map((page) => page.filter((line) => /^(?:The Work|Summary|Tides)$/.test(line)));
    expect(heads).toEqual([[], [], [], ["The Work"], ["Summary"], [], [], ["The Work"], [], [], []]);
    expect(facts[8]?.text).toContain("Quays");
    const folios = lines.map((page) => page.filter((line) => /^(?:[ivx]+|\d)$/.test(line)));
    expect(folios).toEqual([[], [], ["i"], ["ii"], ["iii"], [], ["1"], ["2"], ["3"], [], ["5"]]);
  });

  test("names the page of what it refers to", () => {
    expect(facts[6]?.text).toContain("see 3");
    expect(facts[6]?.text).toContain("back i");
  });

  test("says where every id stands, once, and links lead there", () => {
    expect(new Set(set.destinations.map(({ id }) => id)).size).toBe(set.destinations.length);
    expect(set.destinations).toHaveLength(1 + 40 + 1 + 41 + 1);
    const place = set.destinations.find(({ id }) => id === "one-h");
    expect(place?.page).toBe(6);
    // 10 mm of margin.
    expect(place?.x).toBeCloseTo(37.8, 0);
    expect(place?.y).toBeCloseTo(37.8, 0);
    // A link is cut in two where its page number follows.
    expect(new Set(facts[6]?.links.map(({ dest }) => dest))).toEqual(new Set(["p240", "p101"]));
  });

  test("measures the sheet", () => {
    expect(set.geometry.trimWidth).toBeCloseTo(378, 0);
    expect(set.geometry.trimHeight).toBeCloseTo(378, 0);
    expect(set.geometry.bleed).toBeCloseTo(19, 0);
    expect(set.browser).toMatch(/^HeadlessChrome\/\d/);
  });
});

describe.each(setters)("%s", (name) => {
  test("notes say at the head of each page to which pages they belong, and so does one that goes on", async () => {
    const call = (line: number) => paragraph(line, `Words<sup id="fnref-${line}">${line}</sup>`);
    const note = (line: number, text?: string) =>
      paragraph(line + 500, text).replace(/^<p/, `<p data-head-by="fnref-${line}"`);
    const templates = 'data-head-page="To page {n}" data-head-pages="To pages {from}–{to}"';
    const parts = [
      `<section data-part="front" data-folio-style="roman" data-folio-start="1">${call(1)}${paragraphs(20, 101)}</section>`,
      `<section data-part="body" data-folio-style="decimal" data-folio-start="1" data-head-recto="Body">${[
        2, 22, 42,
      ]
        .map((line) => call(line) + paragraphs(19, line + 100))
        .join("")}</section>`,
      `<section data-part="notes" data-opener data-head-recto="Notes" data-head-verso="The Work" ${templates}>${[
        paragraphs(16, 601),
        note(1),
        note(2, "word ".repeat(120)),
        note(22, "word ".repeat(250)),
        note(42),
        paragraphs(20, 701),
      ].join("")}</section>`,
    ];
    const set = await typesetter.typeset(smallDocument(parts.join(""), { typesetter: name }));
    expect(set.messages).toEqual([]);
    const facts = await factsOf(set);
    const pageOf = (id: string) => set.destinations.find((destination) => destination.id === id)?.page ?? 0;
    const folios = ["fnref-1", "fnref-2", "fnref-22", "fnref-42"].map((id) => set.pages[pageOf(id)]?.folio);
    expect(folios).toEqual(["i", "1", "2", "3"]);
    const heads = facts.flatMap(({ text }, page) =>
      set.pages[page]?.partId === "notes" ? [/^(?:To page.*|Notes|The Work)$/m.exec(text)?.[0]] : [],
    );
    // The opener has none, the third page holds the middle of a note alone, and the last one no notes.
    expect(heads).toEqual([undefined, "To pages i–2", "To page 2", "To pages 2–3", "Notes"]);
  });

  test.each([
    ["paragraph", `<p class="kept" id="first">A line.</p>${paragraph(201)}`],
    ["paragraph, below two headings", `<h3>Ebb</h3><p class="kept" id="first">A line.</p>${paragraph(201)}`],
    ["item of a list", '<ol><li class="kept"><p id="first">A line.</p></li><li><p>Two</p></li></ol>'],
  ])("a heading goes with its first line to the next page where that line is alone: %s", async (_, text) => {
    const css =
      "h2, h3 { font: inherit; margin: 0; break-after: avoid } .kept { break-after: avoid } ol { margin: 0 }";
    // A page holds sixteen lines.
    const pagesFor = async (before: number, content: string) => {
      const html = `<section data-part="a">${paragraphs(before, 100)}<h2 id="heading">Tides</h2>${content}</section>`;
      const { destinations, messages } = await typesetter.typeset(
        smallDocument(html, { css, typesetter: name }),
      );
      expect(messages).toEqual([]);
      return ["heading", "first"].map((id) => destinations.find((each) => each.id === id)?.page);
    };
    const full = 16 - (text.startsWith("<h3>") ? 3 : 2);
    expect(await pagesFor(full, text)).toEqual([1, 1]);
    expect(await pagesFor(full - 1, text)).toEqual([0, 0]);
    expect(await pagesFor(full, text.replace(' class="kept"', ""))).toEqual([0, 0]);
  });

  test("the first piece of a divided paragraph keeps its id", async () => {
    const long = paragraph(1) + paragraph(2, "word ".repeat(600));
    const { destinations, pages, messages } = await typesetter.typeset(
      smallDocument(`<section data-part="a">${long}</section>`, { typesetter: name }),
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(destinations.map(({ id, page }) => [id, page])).toEqual([
      ["p1", 0],
      ["p2", 0],
    ]);
    expect(messages).toEqual([]);
  });

  // Chromium makes all pages of a print smaller where something of it is wider than they are.
  test.each([
    ["in the text", (block: string) => ["", block]],
    ["on a page without margins", (block: string) => [block, ""]],
  ] as const)("what is wider than the page, %s, makes no letter smaller", async (_, place) => {
    const css = "@page cover { margin: 0 } .cover { page: cover }";
    const wide = '<div style="width:1500px;height:20px;border:2px solid"></div>';
    const sizes = ["", wide].map(async (block) => {
      const [first, second] = place(block);
      const html = `<section class="cover" data-part="c">${first}<p>Cover</p></section><section data-part="a">${second}${paragraph(1)}</section>`;
      const { prints, pages } = await typesetter.typeset(smallDocument(html, { css, typesetter: name }));
      const open = await openPdf(await printedPdf({ prints }));
      const { items } = await (await open.getPage(pages.length)).getTextContent();
      await open.loadingTask.destroy();
      return items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.height] : []))[0];
    });
    const [plain, crowded] = await Promise.all(sizes);
    expect(plain).toBeCloseTo(9, 1);
    expect(crowded).toBeCloseTo(plain ?? 0, 3);
  });

  test("soft hyphens stay only where a line ends", async () => {
    // With words of every width before them, some are broken in whatever font the machine has.
    const words40 = Array.from(
      { length: 40 },
      (_, i) => `${"i".repeat(1 + (i % 7))} am\u00ADphi\u00ADthe\u00ADatre`,
    );
    const { prints, messages } = await typesetter.typeset(
      smallDocument(`<section data-part="a">${paragraph(1, words40.join(" "))}</section>`, {
        typesetter: name,
      }),
    );
    const open = await openPdf(await printedPdf({ prints }));
    const [page] = await pagesOf(open);
    await open.loadingTask.destroy();
    const words = (page?.text ?? "").split(/\s+/);
    expect(words.filter((each) => each === "amphitheatre").length).toBeGreaterThan(25);
    expect(page?.text.match(/\u00AD[^\u2010-]/g)).toBeNull();
    expect(page?.text).toMatch(/[\u2010-]\n/);
    expect(messages).toEqual([]);
  });

  test("no more than three lines in a row end with a hyphen", async () => {
    // Long words that may be broken behind every second letter: without more, nearly every line ends inside one.
    const word = (i: number) =>
      Array.from("abcdefghijklmnopqrst", (letter) => letter + (i % 10)).join("\u00AD");
    const words = Array.from({ length: 60 }, (_, i) => (i === 0 ? `<em>${word(i)}</em>` : word(i)));
    const document = smallDocument(`<section data-part="a">${paragraph(1, words.join(" "))}</section>`, {
      css: "p { text-align: justify }",
      typesetter: name,
    });
    const html = document.html.replace("<html ", '<html data-area="302x302" ');
    const { prints, messages } = await typesetter.typeset({ ...document, html });
    expect(messages).toEqual([]);
    const open = await openPdf(await printedPdf({ prints }));
    const lines = (await pagesOf(open)).flatMap(({ text }) => text.trim().split("\n"));
    await open.loadingTask.destroy();
    const ends = lines.map((line) => (/[-\u2010]$/.test(line) ? "-" : " ")).join("");
    expect(Math.max(...ends.split(" ").map((run) => run.length))).toBe(3);
  });
});

test("Paged.js parts selectors at the commas between them alone", async () => {
  const css = "p + :is(p, ul), h1:is(.a:not(.b, .c), .d) + p { padding-left: 20px }";
  const text = [1, 2].map((line) => paragraph(line, `<b id="b${line}">Words</b>`)).join("");
  const { destinations, messages } = await typesetter.typeset(
    smallDocument(`<section data-part="a">${text}</section>`, { css }),
  );
  expect(messages).toEqual([]);
  const [first = 0, second = 0] = ["b1", "b2"].map((id) => destinations.find((each) => each.id === id)?.x);
  expect(second - first).toBeCloseTo(20, 0);
});

test("Paged.js takes selectors with a neighbour and a count, of what stands before an element, and such as are none", async () => {
  const css = `p + p:nth-of-type(2), p + p:nth-of-type(3):not(.a, .b) { padding-left: 20px }
    p + p:nth-child(4)::before { content: "See "; margin-left: 30px } p + p:none(4) { padding-left: 50px }`;
  const text = [1, 2, 3, 4].map((line) => paragraph(line, `<b id="b${line}">Words</b>`)).join("");
  const { destinations, messages } = await typesetter.typeset(
    smallDocument(`<section data-part="a">${text}</section>`, { css }),
  );
  expect(messages).toEqual([]);
  const [first = 0, ...rest] = ["b1", "b2", "b3", "b4"].map(
    (id) => destinations.find((each) => each.id === id)?.x ?? 0,
  );
  const [second = 0, third = 0, fourth = 0] = rest.map((x) => x - first);
  expect(second).toBeCloseTo(20, 0);
  expect(third).toBeCloseTo(20, 0);
  expect(fourth).toBeGreaterThan(31);
  expect(fourth).toBeLessThan(80);
});

test("the same document gives the same pages in another browser", async () => {
  const document = smallDocument(`<section data-part="a">${paragraphs(30)}</section>`);
  const [first, second] = await Promise.all([
    typesetter.typeset(document),
    other.typesetter.typeset(document),
  ]);
  expect(second.destinations).toEqual(first.destinations);
  expect(second.pages).toEqual(first.pages);
});

describe.each(setters)("%s: requests", (name) => {
  const font = readFileSync("node_modules/source-serif/TTF/SourceSerif4-Regular.ttf");
  const css =
    '@font-face { font-family: Given; src: url("/fonts/a%20b.ttf") } html { font-family: Given, sans-serif }';

  test("are answered from the document's resources", async () => {
    const resources = new Map([["/fonts/a b.ttf", { mediaType: "font/ttf", bytes: font }]]);
    const set = await typesetter.typeset(
      smallDocument(`<section data-part="a">${paragraph(1)}</section>`, { css, resources, typesetter: name }),
    );
    expect(set.messages).toEqual([]);
    const open = await openPdf(await printedPdf(set));
    await (await open.getPage(1)).getOperatorList();
    await open.loadingTask.destroy();
    expect(Buffer.from(await printedPdf(set)).toString("latin1")).toContain("SourceSerif4-Regular");
  });

  test("of the browser itself, for the icon of a site, are no one's mistake", async () => {
    const icon = '<link rel="preload" as="image" href="/favicon.ico">';
    const { messages } = await typesetter.typeset(
      smallDocument(`<section data-part="a">${icon}${paragraph(1)}</section>`, { typesetter: name }),
    );
    expect(messages).toEqual([]);
  });

  test("for a picture that has changed since it was loaded say so", async () => {
    const changed = problem("image-invalid", "Unexpected change of a.png", { file: "a.png" });
    const picture = {
      mediaType: "image/png",
      get bytes(): Uint8Array {
        throw changed;
      },
    };
    const { messages } = await typesetter.typeset({
      ...smallDocument(
        `<section data-part="a">${paragraph(1)}<img src="/a.png" alt="x" width="10" height="10"></section>`,
        { typesetter: name },
      ),
      resources: new Map([["/a.png", picture]]),
    });
    expect(messages).toContain(changed);
  });

  test("for anything else are refused, each address with one message", async () => {
    const images = [
      "https://example.org/a.png",
      "https://example.org/a.png",
      "file:///etc/hostname",
      "/b.png",
    ]
      .map((address) => `<img src="${address}" alt="x" width="10" height="10">`)
      .join("");
    const { messages } = await typesetter.typeset(
      smallDocument(`<section data-part="a">${paragraph(1)}${images}</section>`, { typesetter: name }),
    );
    const refused = messages.filter(({ ruleId }) => ruleId === "request-refused");
    expect(refused.map(({ reason }) => /`(.*?)`/.exec(reason)?.[1]).sort()).toEqual([
      "http://quoin.invalid/b.png",
      "https://example.org/a.png",
    ]);
    expect(refused.every(({ fatal }) => fatal)).toBe(true);
    // Chromium itself keeps pages from files, and says nothing: the picture that is not there says it.
    const [lost] = messages.filter(({ ruleId }) => ruleId === "text-lost");
    expect(lost?.reason).toContain("The picture “x”, and 3 more");
  });
});

describe.each(setters)("%s: of the faces that a document declares", (setter) => {
  const folder = new URL("../../../node_modules/source-sans/TTF/", import.meta.url);
  const face = (name: string, file: string) =>
    [
      `@font-face { font-family: "${name}"; src: url(/${file}) }`,
      [`/${file}`, { mediaType: "font/ttf", bytes: readFileSync(new URL(file, folder)) }] as const,
    ] as const;
  const faces = [
    face("Text", "SourceSans3-Regular.ttf"),
    face("Head", "SourceSans3-Semibold.ttf"),
    face("Unused", "SourceSans3-It.ttf"),
  ];
  const withFaces = (css: string) => {
    const asked: string[] = [];
    class Resources extends Map<string, Resource> {
      override get(path: string): Resource | undefined {
        if (path !== "/") asked.push(path);
        return super.get(path);
      }
    }
    const document = smallDocument(
      `<section data-part="a" data-head-recto="Quays">${paragraph(1)}</section>`,
      { css, typesetter: setter },
    );
    const resources = new Resources([...document.resources, ...faces.map(([, resource]) => resource)]);
    const declared = `<style data-pagedjs-ignore>${faces.map(([rule]) => rule).join("")}</style></head>`;
    return { asked, document: { ...document, resources, html: document.html.replace("</head>", declared) } };
  };
  const namesOf = async ({ prints }: Typeset) => {
    const open = await openPdf(await printedPdf({ prints }));
    const names = (await fontsOf(open)).map(({ name }) => name).sort();
    await open.loadingTask.destroy();
    return names;
  };

  test("only those are sent that the text uses, each once", async () => {
    const { asked, document } = withFaces("html { font-family: Text }");
    expect(await namesOf(await typesetter.typeset(document))).toEqual(["SourceSans3-Regular"]);
    expect(asked).toEqual(["/SourceSans3-Regular.ttf"]);
  });

  test("one that a running head alone uses is there when the pages are measured", async () => {
    const { document } = withFaces(
      "html { font-family: Text } @page { @top-left { content: attr(data-head); font-family: Head } }",
    );
    const set = await typesetter.typeset(document);
    expect(await namesOf(set)).toEqual(["SourceSans3-Regular", "SourceSans3-Semibold"]);
    expect(set.messages).toEqual([]);
  });
});

test.each([
  ["paged", "native in runs"],
  ["native", "paged"],
] as const)(
  "what is foreseen as %s and turns out %s is set as if nothing had been foreseen",
  async (name, setter) => {
    const document = smallDocument(`<section>${paragraph(1)}</section>`, { typesetter: setter });
    // A print bears the second in which it was made.
    const setIt = async () => ({ ...(await other.typesetter.typeset(document)), prints: undefined });
    const unforeseen = await setIt();
    other.foresee({ typesetter: name, characters: 300_000 });
    expect(await setIt()).toEqual(unforeseen);
  },
);
