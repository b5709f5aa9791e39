import { h } from "hastscript";
import { describe, expect, it } from "vitest";
import type { Part } from "../../../pipeline/publication.js";
import { addresses } from "../../../pipeline/write/epub/links.js";
import { partDocument } from "../../../pipeline/write/epub/part-document.js";
import { samplePublication } from "../../support/sample-publication.js";

const publication = samplePublication();
const surroundings = { publication, addressOf: addresses(publication.parts), images: new Map() };
const documentOf = (...children: ReturnType<typeof h>[]) => {
  const tree = h(null, [h("section#a", children)]);
  const part: Part = { id: "a", kind: "chapter", division: "back", title: "A", tree };
  return partDocument(part, surroundings);
};

describe("a content document", () => {
  it("lets tables scroll, and says their caption to those who reach them by keys", () => {
    const table = h("table", [h("caption", [h("b", "Table 1."), "\n Depths"]), h("tr", h("td", "x"))]);
    const framed = '<div class="table" tabindex="0" role="group" aria-label="Table 1. Depths"><table>';
    expect(documentOf(table).xhtml).toContain(framed);
    expect(documentOf(h("div.table", [table])).xhtml).toContain(framed);
  });

  it("declares a formula in the namespace of MathML, and lets a wide one scroll", () => {
    const formula = h("math", { alttext: "x" }, h("mi", "x"));
    const { xhtml, properties } = documentOf(h("p.formula", formula));
    expect(xhtml).toContain(
      '<p class="formula" tabindex="0"><math alttext="x" xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>',
    );
    expect(properties).toEqual(["mathml"]);
  });

  it("begins a page before a formula, never inside it", () => {
    const formula = h("math", [h("mi", "x"), h("mo", "="), h("mn", "1")]);
    const tree = h(null, [h("section#a", [h("p", ["Then ", formula, " holds."])])]);
    const part: Part = { id: "a", kind: "chapter", division: "back", title: "A", tree };
    const pageBreaks = [5, 9].map((offset, i) => ({
      id: `page-${i}`,
      label: `${i}`,
      partId: "a",
      href: `a.xhtml#page-${i}`,
      origin: "a/1",
      offset,
    }));
    expect(partDocument(part, { ...surroundings, pageBreaks }).xhtml).toMatch(
      /<p>Then <span id="page-0"[^>]*><\/span><math .*<\/math> ho<span id="page-1"[^>]*><\/span>lds\.<\/p>/,
    );
  });

  it("writes the language of a passage twice, as HTML and as XML do", () => {
    expect(documentOf(h("p", { lang: "ar", dir: "rtl" }, "ميناء")).xhtml).toContain(
      '<p lang="ar" dir="rtl" xml:lang="ar">',
    );
  });

  it("keeps code and addresses left to right in a book that runs the other way", () => {
    const metadata = { ...publication.metadata, language: "ar" };
    const tree = h(null, [
      h("section#a", [h("pre", "x = 1"), h("a.url", { href: "https://example.org" }, "example.org")]),
    ]);
    const part: Part = { id: "a", kind: "chapter", division: "back", title: "A", tree };
    const { xhtml } = partDocument(part, { ...surroundings, publication: { ...publication, metadata } });
    expect(xhtml).toContain('<pre dir="ltr">');
    expect(xhtml).toContain('href="https://example.org" dir="ltr">');
    expect(documentOf(h("pre", "x = 1")).xhtml).toContain("<pre>x = 1</pre>");
  });

  it("tells the manifest of drawings and formulas", () => {
    expect(documentOf(h("p", "x")).properties).toEqual([]);
    expect(documentOf(h("img", { src: "images/routes.svg", alt: "x" })).properties).toEqual(["svg"]);
    const { xhtml, properties } = documentOf(h("math", h("mi", "x")));
    expect(properties).toEqual(["mathml"]);
    expect(xhtml).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>');
  });

  it("is titled with the publication where the part has no title", () => {
    const untitled: Part = {
      id: "a",
      kind: "chapter",
      division: "back",
      title: "",
      tree: h(null, [h("section#a")]),
    };
    expect(partDocument(untitled, surroundings).xhtml).toContain(
      "<title>A Short Account of Harbours</title>",
    );
  });

  it("begins a body chapter with words in small capitals, once more as in print", () => {
    const quays = publication.parts.find(({ id }) => id === "quays");
    if (!quays) throw new Error("Expected the sample to have quays");
    const images = new Map();
    expect(partDocument(quays, { ...surroundings, images }).xhtml).toContain(
      '<span class="lead-in">A responsible',
    );
  });
});

describe("the cover page", () => {
  it("shows the picture, and says what is on it", () => {
    const cover = publication.parts.find(({ kind }) => kind === "cover");
    if (!cover) throw new Error("Expected the sample to have a cover");
    expect(partDocument(cover, surroundings).xhtml).toContain(
      '<section id="cover" class="cover" epub:type="cover"><img role="doc-cover" src="cover.jpg" ' +
        'alt="Cover of A Short Account of Harbours: How ports keep their promises, by Ada Marsh and Bo Quill. ' +
        'Two lines that meet and part" width="1600" height="2560"/></section>',
    );
  });
});
