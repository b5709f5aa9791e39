import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkEpub } from "../pipeline/check-epub/check.js";
import { checkUa } from "../pipeline/write/pdf/ua/check.js";
import { readFacts } from "../pipeline/write/pdf/ua/facts.js";
import type { StructureElement } from "../pipeline/write/pdf/ua/read-structure.js";
import { stretchesOf } from "./support/marked-words.js";
import { messagesText } from "./support/messages.js";
import { pageWordsOf } from "./support/page-words.js";
import { fontsOf, openPdf } from "./support/pdf.js";
import { png } from "./support/png.js";
import { type Ran, root, runCli } from "./support/run-cli.js";
import { filesOf } from "./write/epub/sample-book.js";

/** A publication with every kind of content, built to both editions by the real command. */
let folder: string;
let ran: Ran;
let epub: Uint8Array;
let files: Map<string, string>;
let pdfBytes: Uint8Array;
let pdf: PDFDocument;
let tags: readonly StructureElement[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quoin-kinds-"));
  await cp(join(root, "test/fixtures/kinds"), join(folder, "kinds"), { recursive: true });
  await writeFile(join(folder, "kinds/images/photo.png"), png(600, 400));
  await install("@expo-google-fonts/noto-serif-sc", ["400Regular", "700Bold"]);
  ran = await runCli(["build", "kinds", "--only", "screen,epub", "--strict", "--out", "out"], folder);
  const artifact = (extension: string) => readFile(join(folder, `out/every-kind-of-content.${extension}`));
  epub = new Uint8Array(await artifact("epub"));
  files = await filesOf(epub);
  pdfBytes = await artifact("pdf");
  pdf = await PDFDocument.load(pdfBytes, { updateMetadata: false });
  tags = (await readFacts(pdf)).elements;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lay Chinese faces beside the publication as npm would, cut to what it says. */
async function install(name: string, weights: readonly string[]): Promise<void> {
  const place = join(folder, "kinds/node_modules", name);
  for (const weight of weights) {
    await mkdir(join(place, weight), { recursive: true });
    const file = `NotoSerifSC_${weight}.ttf`;
    await cp(join(root, "test/fixtures/fonts", file), join(place, weight, file));
  }
  await writeFile(join(place, "package.json"), JSON.stringify({ name }));
}

const document = (name: string): Root =>
  fromHtml((files.get(`OEBPS/${name}.xhtml`) ?? "").replace(/^<\?xml[^>]*>/, ""));
function elements(name: string, tagName: string): Element[] {
  const found: Element[] = [];
  visit(document(name), { tagName }, (element: Element) => {
    found.push(element);
  });
  return found;
}

describe("every kind of content", () => {
  test("is built without a warning", () => {
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stderr).not.toMatch(/warning|error/);
  });

  test("makes an e-book that the checkers have nothing against", async () => {
    const { messages } = await checkEpub("kinds.epub", epub);
    expect(messagesText(messages.filter(({ fatal }) => fatal !== undefined))).toBe("");
  });

  test("makes a PDF that keeps every rule of PDF/UA-1 that is checked", async () => {
    expect(await checkUa(pdf)).toEqual([]);
  });
});

describe("tables", () => {
  test("keep caption, scope and spans", () => {
    expect(elements("tables", "caption").map((caption) => textOf(caption))).toEqual([
      "Table 1. What each port cost. After Lantern",
    ]);
    expect(elements("tables", "th").map(({ properties }) => properties.scope)).toEqual([
      ...["col", "col", "col"],
      ...["col", "colgroup", "col", "col", "row"],
    ]);
    const spanned = tags.filter(({ type }) => type === "TH");
    expect(spanned).toHaveLength(8);
  });
});

describe("formulas", () => {
  test("are MathML in the e-book, with words, and a root has its sign", () => {
    const formulas = elements("tables", "math");
    expect(formulas.map(({ properties }) => properties.alttext)).toEqual([
      "x^2",
      "c = \\frac{C}{n}",
      expect.stringMatching(/^\\sum_\{i=1\}.*\\end\{cases\}$/),
    ]);
    expect(files.get("OEBPS/content.opf")).toMatch(/href="tables\.xhtml"[^>]* properties="mathml"/);
    expect(files.get("OEBPS/content.opf")).toContain(">MathML<");
    expect([...files.keys()].filter((name) => name.includes("stix"))).toHaveLength(1);
  });

  test("are formulas in the PDF, said by their source", () => {
    const found = tags.filter(({ type }) => type === "Formula");
    expect(found.map(({ alt }) => alt?.slice(0, 15))).toEqual([
      "x^2",
      "c = \\frac{C}{n}",
      "\\sum_{i=1}^{n} ",
      "n \\ge 1",
    ]);
  });

  test("are not sums of money", () => {
    expect(textOf(document("tables"))).toContain("between $10 and $20; over all berths");
  });
});

describe("code", () => {
  test("is marked up where its language is known, and left alone where it is not", () => {
    const [python, unknown] = elements("tables", "pre");
    const classes: string[] = [];
    if (python)
      visit(python, { tagName: "span" }, (span: Element) => {
        classes.push(String(span.properties.className));
      });
    expect(classes).toEqual(expect.arrayContaining(["hljs-keyword", "hljs-comment", "hljs-string"]));
    expect(python && textOf(python)).toContain("def depth(port: str, tide: float = 0.5) -> float:");
    expect(unknown && textOf(unknown)).toBe("as it is written\n");
  });
});

describe("languages", () => {
  test("run in their own direction, as words and as passages", () => {
    const directions = [...elements("words", "span"), ...elements("words", "div"), ...elements("words", "p")]
      .filter(({ properties }) => properties.lang !== undefined)
      .map(({ properties }) => `${properties.lang} ${properties.dir}`);
    expect(directions.filter((each) => !each.startsWith("zh"))).toEqual([
      ...["he rtl", "ar rtl", "de undefined"],
      ...["ar rtl", "he rtl", "ar rtl"],
    ]);
    expect(elements("words", "em").map((em) => textOf(em))).toEqual(["Tag", "并不夸张"]);
  });

  test("have fonts in the e-book", () => {
    const fonts = [...files.keys()].filter((name) => /arabic|hebrew/.test(name));
    expect(fonts.map((name) => name.replace("OEBPS/fonts/", ""))).toEqual(
      expect.arrayContaining([
        "noto-naskh-arabic-arabic-400-normal.ttf",
        "noto-serif-hebrew-hebrew-400-normal.ttf",
      ]),
    );
    expect(files.get("OEBPS/style.css")).toContain(
      '"Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Serif SC", serif',
    );
    expect(files.get("OEBPS/style.css")).not.toContain("var(");
  });

  test("are named in the PDF", () => {
    expect(new Set(tags.map(({ language }) => language))).toEqual(
      new Set(["en", "ar", "he", "de", "zh-Hans", "zh-Hant"]),
    );
  });
});

describe("Chinese", () => {
  const source = () => readFile(join(root, "test/fixtures/kinds/words.md"), "utf8");
  /** What the author wrote in one of the two writings, without the lines of the source: Chinese has no spaces. */
  const written = async (language: string) => {
    const passage = new RegExp(`:::passage\\{lang=${language}\\}([^]*?):::`).exec(await source());
    return (passage?.[1] ?? "").replace(/\s|\*/g, "");
  };
  const passage = (language: string) =>
    elements("words", "div").find(({ properties }) => properties.lang === language);

  test.each(["zh-Hans", "zh-Hant"])(
    "%s is whole and in order in both editions, without a space",
    async (language) => {
      const words = await written(language);
      expect(words.length).toBeGreaterThan(50);
      const inBook = passage(language);
      const paragraphs = (inBook?.children ?? []).flatMap((p) => (p.type === "element" ? textOf(p) : []));
      expect(paragraphs.join("")).toBe(words);
      const printed = await pageWordsOf(await openPdf(pdfBytes));
      expect(
        printed
          .map((page) => page.words)
          .join("")
          .replace(/\n/g, ""),
      ).toContain(words);
    },
  );

  test("is set in a face of its own, embedded in both", async () => {
    const fonts = await fontsOf(await openPdf(pdfBytes));
    const faces = fonts.filter(({ name }) => name.startsWith("NotoSerifSC"));
    expect(faces.map(({ embedded, type }) => `${embedded} ${type}`)).toEqual([
      "true CIDFontType2",
      "true CIDFontType2",
    ]);
    expect(files.get("OEBPS/style.css")).toContain('[lang|="zh"]');
    const embedded = [...files.keys()].filter((name) => name.includes("NotoSerifSC"));
    expect(embedded).toEqual([
      "OEBPS/fonts/NotoSerifSC_400Regular.ttf",
      "OEBPS/fonts/NotoSerifSC_700Bold.ttf",
    ]);
  });

  test("goes on over a page, and no line begins with a sign that ends one", async () => {
    const pages = (await pageWordsOf(await openPdf(pdfBytes))).filter(({ words }) =>
      /\p{Script=Han}/u.test(words),
    );
    expect(pages).toHaveLength(2);
    const lines = pages
      .flatMap(({ words }) => words.split("\n"))
      .filter((line) => /\p{Script=Han}/u.test(line));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => /^[，。、；：！？）」』》”]/.test(line.trim()))).toEqual([]);
    expect(lines.filter((line) => /[（「『《“]$/.test(line.trim()))).toEqual([]);
    // A page ends at the end of a line, not at a space that Chinese has not.
    const [first = ""] = stretchesOf([files.get("OEBPS/words.xhtml") ?? ""]).map(({ words }) => words);
    expect(first.trimEnd().slice(-10)).toBe(pages[0]?.words.trimEnd().slice(-10));
  });
});

describe("notes", () => {
  test("keep their paragraphs, formulas and lists", () => {
    const [note] = elements("notes", "li");
    expect(note?.children.flatMap((child) => (child.type === "element" ? [child.tagName] : []))).toEqual([
      "p",
      "p",
      "ul",
    ]);
    expect(elements("notes", "math")).toHaveLength(1);
  });
});

describe("pictures", () => {
  test("point to their long description, folded behind the figure", () => {
    const [drawing] = elements("pictures", "svg");
    const [details] = elements("pictures", "details");
    expect(drawing?.properties).toMatchObject({
      role: "img",
      ariaLabel: "A line that rises from left to right.",
      ariaDetails: "fig-growth-description",
    });
    expect(details?.properties.id).toBe("fig-growth-description");
    expect(elements("pictures", "summary").map((summary) => textOf(summary))).toEqual([
      "Description of Figure 1",
    ]);
    expect(elements("pictures", "table")).toHaveLength(1);
    expect(files.get("OEBPS/content.opf")).toContain(">longDescription<");
  });

  test("say it in the PDF behind their alternative text, where nobody sees it", () => {
    const [growth] = tags.filter(({ type }) => type === "Figure");
    expect(growth?.alt).toBe(
      "A line that rises from left to right. The line begins at 10 ships in 1990 and ends at 90 in 2020. Year, Ships; 1990, 10; 2020, 90",
    );
  });

  test("that only decorate are read by nobody", () => {
    const ornaments = elements("pictures", "svg").slice(1);
    expect(ornaments).toHaveLength(2);
    for (const { properties } of ornaments) expect(properties.ariaHidden).toBe("true");
    expect(elements("pictures", "figure").map(({ properties }) => properties.role)).toEqual([
      undefined,
      "presentation",
      undefined,
    ]);
    expect(tags.filter(({ type }) => type === "Figure")).toHaveLength(2);
    expect(files.get("OEBPS/content.opf")).toContain(">alternativeText<");
  });

  test("are listed by captions whose references are filled", () => {
    const lists = elements("nav", "nav").map((nav) => textOf(nav).replace(/\s+/g, " "));
    expect(lists.join("\n")).toContain("Figure 1. Traffic since 1990, see Table 1.");
  });
});
