import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { EXIT, visit } from "unist-util-visit";
import { beforeAll, describe, expect, test } from "vitest";
import type { PrintDocument, Theme } from "../../../pipeline/publication.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { examineInMemory } from "../../support/memory-manuscript.js";
import { reportTheme } from "../../support/report-theme.js";
import { samplePublication } from "../../support/sample-publication.js";

const publication = samplePublication();
let theme: Theme;
let document: PrintDocument;
let sections: Element[];

beforeAll(async () => {
  theme = await reportTheme();
  document = await printDocument(publication, theme, "screen");
  sections = all(document.html, (element) => "dataPart" in element.properties);
});

describe("the parts", () => {
  test("stand in order, each a section that says how its pages count", () => {
    const told = sections.map(({ properties: { dataPart, dataFolioStyle, dataFolioStart, dataRecto } }) =>
      [
        dataPart,
        dataFolioStyle,
        dataFolioStart && `from ${dataFolioStart}`,
        dataRecto !== undefined && "recto",
      ]
        .filter(Boolean)
        .join(" "),
    );
    expect(told).toEqual([
      "cover none",
      "title-page roman from 1 recto",
      "imprint roman",
      "contents roman",
      "summary roman",
      "quays decimal from 1 recto",
      "tides decimal",
      "author decimal",
      "notes decimal",
    ]);
  });

  test("bring their running heads: the work on versos, the chapter on rectos", () => {
    expect(section("tides").properties).toMatchObject({
      dataHeadVerso: "A Short Account of Harbours",
      dataHeadRecto: "Tides",
      dataOpener: "",
    });
  });

  test("let notes at the end say to which pages they belong: each names its first call", () => {
    const notes = section("notes");
    expect(notes.properties).toMatchObject({
      dataHeadPage: "Notes to page {n}",
      dataHeadPages: "Notes to pages {from}–{to}",
    });
    const named = all(document.html, ({ properties }) => "dataHeadBy" in properties);
    expect(named.map(({ properties }) => `${properties.id} ${properties.dataHeadBy}`)).toEqual([
      "fn-1 fnref-1",
      "fn-2 fnref-2",
    ]);
  });

  test("all open on rectos where the theme asks", async () => {
    const { html } = await printDocument(publication, { ...theme, rectoOpeners: true }, "screen");
    const recto = all(html, ({ properties }) => "dataRecto" in properties).map(
      ({ properties }) => properties.id,
    );
    expect(recto).toEqual(["title-page", "summary", "quays", "tides", "author", "notes"]);
  });

  test("leave the publication's own trees alone", async () => {
    const fresh = samplePublication();
    expect(publication.parts).toEqual(fresh.parts);
  });
});

test("a chapter that is set alone has its own footnotes at its feet, and none of the others", async () => {
  const { publication } = await examineInMemory({
    "a.md": "# A\n\nOne.[^a] Two.[^b]\n\n[^a]: First.\n\n[^b]: Second.\n",
    "b.md": "# B\n\nThree.[^a]\n\n[^a]: Third.\n",
  });
  const notes = { placement: "footnotes", numbering: "continuous" } as const;
  const asked = { ...publication, metadata: { ...publication.metadata, notes } };
  const alone = { partId: "b", folio: 2, side: "left" } as const;
  const { html } = await printDocument(asked, theme, "screen", { excerpt: alone });
  const footnotes = all(html, (element) => hasClass(element, "footnote"));
  expect(footnotes.map(({ properties }) => properties.id)).toEqual(["fn-3"]);
});

test("quotation marks that a theme draws are those of every language of the text, blocks with a key in theirs as well", async () => {
  const { publication } = await examineInMemory({
    "a.md": "# A\n\n:::passage{lang=de}\nWorte.\n:::\n\n[mots]{lang=fr-CH}\n",
  });
  const { html } = await printDocument(publication, theme, "screen");
  expect(html).toContain(':lang(de){quotes:"„" "“" "‚" "‘"}\n:lang(en){quotes:"“" "”" "‘" "’"}');
  expect(html).toContain(':lang(fr-CH){quotes:"«" "»" "‹" "›"}');
});

describe("the contents", () => {
  test("hold one link that asks for a folio for every entry of the nav", () => {
    const links = all(document.html, ({ properties }) => "dataFolioRef" in properties);
    expect(links.map((link) => `${link.properties.href} ${textOf(link)}`)).toEqual([
      "#summary Summary",
      "#quays 1 Quays & moles",
      "#quays-stone Stone and timber",
      "#quays-depths Depths",
      "#tides 2 Tides",
      "#author About the author",
      "#notes Notes",
    ]);
  });

  test("list figures and tables below headings of their own where publication.yaml asks for them", async () => {
    const listing = async (contents: { figures?: boolean; tables?: boolean }) => {
      const asked = { ...publication, metadata: { ...publication.metadata, contents } };
      const { html } = await printDocument(asked, theme, "screen");
      const headings = all(html, (element) => hasClass(element, "contents-heading"));
      const links = all(html, ({ properties }) => "dataFolioRef" in properties).slice(7);
      return [...headings, ...links].map((element) => [element.properties.href, textOf(element)].join(" "));
    };
    expect(await listing({ figures: true, tables: true })).toEqual([
      " Figures",
      " Tables",
      "#fig-routes Figure 1. Routes into the outer basin",
      "#fig-photo Figure 2. A grey morning",
      "#tbl-depths Table 1. Depths at low water",
    ]);
    expect(await listing({ tables: true })).toEqual([" Tables", "#tbl-depths Table 1. Depths at low water"]);
  });

  test("name the authors of a chapter under its title", () => {
    const [authors] = all(document.html, (element) => hasClass(element, "contents-authors"));
    expect(authors && textOf(authors)).toBe("Ada Marsh, Bo Quill");
  });
});

describe("images", () => {
  test("that are drawings stand in the page, named by their alternative text", () => {
    const [drawing] = all(
      document.html,
      ({ tagName, properties }) => tagName === "svg" && properties.id === undefined,
      section("quays"),
    );
    expect(drawing?.properties).toMatchObject({
      role: "img",
      ariaLabel: "Two lines that meet and part",
      width: "400",
    });
  });

  test("that are photographs are resources, byte for byte", () => {
    const [photo] = all(document.html, ({ tagName }) => tagName === "img");
    expect(photo?.properties).toMatchObject({ src: "/images/photo.png", width: 600, height: 400 });
    expect(document.resources.get("/images/photo.png")).toEqual({
      mediaType: "image/png",
      bytes: publication.images.get("images/photo.png")?.bytes,
    });
  });

  test("give a drawing that is shown twice different ids", () => {
    const ids = all(document.html, ({ properties }) => /way$/.test(String(properties.id))).map(
      ({ properties }) => properties.id,
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  test("that nobody measured are a bug", async () => {
    await expect(printDocument({ ...publication, images: new Map() }, theme, "screen")).rejects.toThrow(
      "images/routes.svg",
    );
  });
});

describe("the document", () => {
  test("has no DPUB role on a link, and keeps those of sections", () => {
    const roles = all(document.html, ({ properties }) => /^doc-/.test(String(properties.role)));
    expect(roles.filter(({ tagName }) => tagName === "a")).toEqual([]);
    expect(roles.map(({ properties }) => properties.role)).toContain("doc-endnotes");
  });

  test("says of its blocks where they stand in the manuscript", () => {
    const [note] = all(document.html, ({ properties }) => properties.id === "fn-2");
    expect(note?.properties.dataPlace).toMatch(/^notes\.md:\d+:\d+$/);
  });

  test("offers every face that the theme names, and no other", () => {
    const fonts = [...document.resources.keys()].filter((path) => path.startsWith("/fonts/"));
    expect(fonts).toHaveLength(theme.printFonts.length);
    for (const path of fonts) expect(document.html).toContain(`src:url("${path}")`);
  });

  test("links only to ids that it has", () => {
    const ids = new Set(
      all(document.html, ({ properties }) => "id" in properties).map(({ properties }) => properties.id),
    );
    const targets = all(document.html, ({ properties }) => String(properties.href).startsWith("#")).map(
      ({ properties }) => String(properties.href).slice(1),
    );
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  test("is one for screen and press, of which each has its own style sheet and parts", async () => {
    const screen = await printDocument(publication, theme, "screen");
    const paper = { bleed: 5, gutter: 12 };
    const press = await printDocument(publication, theme, "press", { paper, leftOut: ["cover"] });
    // By comparison alone: what differs would be told font by font.
    expect(press.html === screen.html && press.resources === screen.resources).toBe(true);
    expect(screen.edition?.css).toContain("text-decoration-color: var(--accent)");
    expect(screen.html).not.toContain("text-decoration-color: var(--accent)");
    expect(press.edition).toEqual({ css: "", leftOut: ["cover"] });
    const words = ({ blocks }: typeof screen) =>
      blocks.filter(({ partId }) => partId === "cover").map(({ text }) => text);
    expect(words(screen).join("")).toContain(publication.metadata.title);
    expect(words(press).join("")).toBe("");
    expect(press.blocks).toHaveLength(screen.blocks.length);
  });

  test("is another where the printer's gutter, or bleed, asks for another page", async () => {
    for (const paper of [
      { bleed: 5, gutter: 40 },
      { bleed: 8, gutter: 0 },
    ]) {
      const press = await printDocument(publication, theme, "press", { paper });
      expect(press.html).not.toBe(document.html);
    }
  });

  test("takes the publication's trim before the theme's", async () => {
    const metadata = { ...publication.metadata, trim: { width: 148, height: 210 } };
    const small = await printDocument({ ...publication, metadata }, theme, "screen");
    expect(document.html).toContain("size:170mm 240mm");
    expect(small.html).toContain("size:148mm 210mm");
    expect(small.geometry.trimWidth).toBeCloseTo(559.37, 2);
  });

  test("is the same, byte for byte, each time", async () => {
    const again = await printDocument(samplePublication(), theme, "screen");
    expect(again.html).toBe(document.html);
  });
});

function section(id: string): Element {
  const found = sections.find(({ properties }) => properties.dataPart === id);
  if (found === undefined) throw new Error(`No section ${id}.`);
  return found;
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function all(html: string, matches: (element: Element) => boolean, root?: Element): Element[] {
  const found: Element[] = [];
  const tree = root ?? fromHtml(html);
  visit(tree, "element", (element) => {
    if (matches(element)) found.push(element);
    return root === undefined || found.length === 0 ? undefined : EXIT;
  });
  return found;
}
