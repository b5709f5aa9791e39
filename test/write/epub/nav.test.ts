import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../../pipeline/assemble/words.js";
import { examineInMemory } from "../../support/memory-manuscript.js";
import { samplePublication } from "../../support/sample-publication.js";
import { filesOf, writeBook } from "./sample-book.js";

let nav: string;
let ncx: string;

beforeAll(async () => {
  const files = await filesOf(await writeBook());
  nav = files.get("OEBPS/nav.xhtml") ?? "";
  ncx = files.get("OEBPS/toc.ncx") ?? "";
});

/** List the links of the nav of a type, as `label -> address`. */
function linksOf(type: string): string[] {
  const links: string[] = [];
  visit(fromHtml(nav), "element", (element) => {
    if (element.tagName !== "nav" || element.properties["epub:type"] !== type) return;
    visit(element, "element", (link) => {
      if (link.tagName === "a") links.push(`${textOf(link)} -> ${link.properties.href}`);
    });
  });
  return links;
}

describe("the nav", () => {
  it("has a link for every entry, with its number and its authors in plain words", () => {
    expect(linksOf("toc")).toEqual([
      "Summary -> summary.xhtml",
      "1. Quays & moles — Ada Marsh, Bo Quill -> quays.xhtml",
      "Stone and timber -> quays.xhtml#quays-stone",
      "Depths -> quays.xhtml#quays-depths",
      "2. Tides -> tides.xhtml",
      "About the author -> author.xhtml",
      "Notes -> notes.xhtml",
    ]);
  });

  it("has landmarks, in reading order, that nobody sees", () => {
    expect(linksOf("landmarks")).toEqual([
      "Cover -> cover.xhtml",
      "Title page -> title-page.xhtml",
      "Contents -> nav.xhtml",
      "Figures -> nav.xhtml#list-of-figures",
      "Tables -> nav.xhtml#list-of-tables",
      "Start of content -> quays.xhtml",
      "Notes -> notes.xhtml",
    ]);
    expect(nav).toMatch(/<nav id="landmarks"[^>]* hidden=""/);
  });

  it("lists figures and tables, each under its title, where everyone sees them", () => {
    expect(linksOf("loi")).toEqual([
      "Figure 1. Routes into the outer basin. -> quays.xhtml#fig-routes",
      "Figure 2. A grey morning. -> tides.xhtml#fig-photo",
    ]);
    expect(linksOf("lot")).toEqual(["Table 1. Depths at low water. -> quays.xhtml#tbl-depths"]);
    expect(nav).toMatch(
      /<nav class="exhibits" id="list-of-figures" epub:type="loi" aria-labelledby="list-of-figures-title"><h2 id="list-of-figures-title">Figures<\/h2>/,
    );
  });

  it("has no list of what is not there", async () => {
    const publication = samplePublication();
    const exhibits = publication.exhibits.filter(({ kind }) => kind === "figure");
    const files = await filesOf(await writeBook({ ...publication, exhibits }));
    expect(files.get("OEBPS/nav.xhtml")).toContain('epub:type="loi"');
    expect(files.get("OEBPS/nav.xhtml")).not.toContain('epub:type="lot"');
    expect(files.get("OEBPS/toc.ncx")).not.toContain('class="table"');
  });

  it.each([
    ["en", "Contents", "Figures", "Tables"],
    ["fr-CA", "Table des matières", "Figures", "Tableaux"],
    ["es", "Índice", "Figuras", "Tablas"],
    ["de", "Inhalt", "Abbildungen", "Tabellen"],
    ["ar", "المحتويات", "الأشكال", "الجداول"],
  ])("says its titles in %s", async (language, contents, figures, tables) => {
    const { publication } = await examineInMemory(
      {
        "one.md":
          "# One\n\n:::figure\n![A dot](dot.svg)\n\nC.\n:::\n\n:::table\n| a |\n|---|\n| b |\n\nT.\n:::\n\n[^a]: N.\n\nCall.[^a]",
      },
      { language },
      { "dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>' },
    );
    const text = (await filesOf(await writeBook(publication))).get("OEBPS/nav.xhtml") ?? "";
    const titles = [...text.matchAll(/<h[12][^>]*>([^<]*)</g)].map(([, title]) => title);
    const words = wordsOf(language);
    expect(titles).toEqual([contents, figures, tables, words.landmarks]);
    // No word of another language among what only software shows.
    const english = wordsOf("en");
    const labels = [...text.matchAll(/<a epub:type="(\w+)"[^>]*>([^<]*)</g)];
    expect(labels.map(([, type]) => type)).toEqual([
      "cover",
      "titlepage",
      "toc",
      "loi",
      "lot",
      "bodymatter",
      "endnotes",
    ]);
    if (language !== "en") {
      const same = labels.filter(([, , label]) => Object.values(english).includes(label ?? ""));
      expect(same.map(([, type]) => type)).toEqual(language === "fr-CA" ? ["loi", "endnotes"] : []);
    }
  });

  it("keeps the id and the heading of the contents part", () => {
    expect(nav).toMatch(/<nav id="contents"[^>]*><h1 id="contents-title">Contents<\/h1><ol/);
  });

  it("leaves the heading's frame out, which a nav must not hold", async () => {
    const publication = samplePublication();
    const parts = publication.parts.map((part) =>
      part.kind === "contents"
        ? {
            ...part,
            tree: fromHtml(
              '<section id="contents"><header class="opener"><h1 id="contents-title">C</h1></header></section>',
              {
                fragment: true,
              },
            ),
          }
        : part,
    );
    const files = await filesOf(await writeBook({ ...publication, parts }));
    expect(files.get("OEBPS/nav.xhtml")).toMatch(
      /<nav id="contents"[^>]*><h1 id="contents-title">C<\/h1><ol/,
    );
  });
});

describe("the NCX", () => {
  it("leads where the nav leads", () => {
    const points = [...ncx.matchAll(/<text>([^<]*)<\/text>\s*<\/navLabel>\s*<content src="([^"]*)"/g)];
    expect(points.map(([, label, src]) => `${label} -> ${src}`)).toEqual(
      ["toc", "loi", "lot"]
        .flatMap(linksOf)
        .map((link) => link.replace(" — Ada Marsh, Bo Quill", "").replace("&", "&#x26;")),
    );
    expect(ncx).toMatch(/<navList id="list-of-figures" class="figure">/);
  });

  it("counts its depth and its order", () => {
    expect(ncx).toContain('<meta name="dtb:depth" content="3"/>');
    expect([...ncx.matchAll(/playOrder="(\d+)"/g)].map(([, order]) => order)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
    ]);
  });

  it("has the identifier of the package", () => {
    expect(ncx).toContain('<meta name="dtb:uid" content="urn:isbn:9780000000002"/>');
  });
});
