import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { beforeAll, describe, expect, it } from "vitest";
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
      "Start of content -> quays.xhtml",
      "Notes -> notes.xhtml",
    ]);
    expect(nav).toMatch(/<nav id="landmarks"[^>]* hidden=""/);
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
      linksOf("toc").map((link) => link.replace(" — Ada Marsh, Bo Quill", "").replace("&", "&#x26;")),
    );
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
    ]);
  });

  it("has the identifier of the package", () => {
    expect(ncx).toContain('<meta name="dtb:uid" content="urn:isbn:9780000000002"/>');
  });
});
