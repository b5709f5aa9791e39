import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import type { Part, PrintPage } from "../../../pipeline/publication.js";
import { pageBreaksOf, placePageBreaks } from "../../../pipeline/write/epub/page-breaks.js";
import { markOrigins } from "../../../pipeline/write/pages/mark-origins.js";

function sectionOf(html: string): Element {
  const [section] = fromHtml(`<section id="a">${html}</section>`, { fragment: true }).children;
  if (section?.type !== "element") throw new Error("Expected a section");
  return section;
}

/** Mark the pages that begin at the given places, `[block, offset]`, as `|1|`, `|2|` … */
function marked(source: string, ...starts: readonly (readonly [block: number, offset: number])[]): string {
  const section = sectionOf(source);
  const part: Part = {
    id: "a",
    kind: "chapter",
    division: "body",
    title: "A",
    tree: { type: "root", children: [section] },
  };
  const pages = starts.map(([block, offset], index): PrintPage => {
    return { folio: String(index + 1), start: { origin: `a/${block}`, offset } };
  });
  markOrigins(section, "a");
  placePageBreaks(section, pageBreaksOf(pages, [part]));
  const html = unified().use(rehypeStringify).stringify({ type: "root", children: section.children });
  return html.replace(/<span id="page-(\w+)"[^>]*><\/span>/g, "|$1|");
}

describe("placePageBreaks", () => {
  it("marks a page that begins with a paragraph", () => {
    expect(marked("<p>One two.</p>", [1, 0])).toBe("<p>|1|One two.</p>");
  });

  it("counts characters alone: no spaces, no soft hyphens, whatever the elements", () => {
    expect(marked("<p>One <em>two  th\u00ADree</em> four</p>", [1, 8])).toBe(
      "<p>One <em>two  th\u00AD|1|ree</em> four</p>",
    );
    expect(marked("<p>One <em>two</em> three</p>", [1, 6])).toBe("<p>One <em>two</em> |1|three</p>");
  });

  it("marks several pages in one paragraph, and two at one place in their order", () => {
    expect(marked("<p>One two three</p>", [1, 3], [1, 6], [1, 6])).toBe("<p>One |1|two |2||3|three</p>");
    expect(marked("<p>One</p>", [1, 0], [1, 0])).toBe("<p>|1||2|One</p>");
  });

  it("marks a page without words of its own behind the last of all", () => {
    expect(marked("<p>One <em>two</em></p>", [1, 6])).toBe("<p>One <em>two</em>|1|</p>");
  });

  it("marks within a list item, and not within the items of its own", () => {
    const list = "<ul><li>One two<ul><li>three</li></ul></li></ul>";
    expect(marked(list, [1, 3])).toBe("<ul><li>One |1|two<ul><li>three</li></ul></li></ul>");
    expect(marked(list, [2, 0])).toBe("<ul><li>One two<ul><li>|1|three</li></ul></li></ul>");
  });

  it("marks within a note, before its number or in its second paragraph", () => {
    const note = '<ol><li id="fn-1"><p><a href="#x">1.</a> First.</p><p>Second one.</p></li></ol>';
    expect(marked(note, [2, 0])).toContain('<p>|1|<a href="#x">1.</a> First.</p>');
    expect(marked(note, [3, 6])).toContain("<p>Second |1|one.</p>");
  });

  it("marks within a cell, a quotation and code, across its spans", () => {
    expect(marked("<table><tbody><tr><td>a</td><td>b c</td></tr></tbody></table>", [3, 1])).toContain(
      "<td>b |1|c</td>",
    );
    expect(marked("<blockquote><p>a b</p></blockquote>", [2, 1])).toContain("<p>a |1|b</p>");
    expect(marked("<pre><code><b>a</b> = 1\nb = 2</code></pre>", [1, 3])).toContain("= 1\n|1|b = 2");
  });

  it("marks before a heading, a figure and a table as a whole", () => {
    expect(marked("<h2>Two words</h2>", [1, 3])).toBe("|1|<h2>Two words</h2>");
    expect(marked('<figure><img src="a.png"></figure>', [1, 0])).toBe(
      '|1|<figure><img src="a.png"></figure>',
    );
  });

  it("marks before a formula, never within, and counts its characters", () => {
    const formula = "<p>a <math><mi>x</mi><mo>=</mo><mn>1</mn></math> b</p>";
    expect(marked(formula, [1, 1])).toContain("<p>a |1|<math>");
    expect(marked(formula, [1, 2])).toContain("<p>a |1|<math>");
    expect(marked(formula, [1, 4])).toContain("</math> |1|b</p>");
  });

  it("passes over drawings and over what is hidden from readers", () => {
    const html = '<p>a <svg><text>xyz</text></svg><span aria-hidden="true">…</span> b c</p>';
    expect(marked(html, [1, 2])).toContain(" b |1|c</p>");
  });

  it("says which block is missing", () => {
    expect(() => marked("<p>a</p>", [9, 0])).toThrow("a/9");
  });
});

describe("pageBreaksOf", () => {
  const part = (id: string, kind: Part["kind"]): Part => ({
    id,
    kind,
    division: "front",
    title: id,
    tree: { type: "root", children: [] },
  });
  const parts = [part("cover", "cover"), part("contents", "contents"), part("one", "chapter")];
  const page = (folio: string, origin?: string): PrintPage => ({
    folio,
    ...(origin !== undefined && { start: { origin, offset: 0 } }),
  });

  it("lists roman and arabic pages with words, the cover and blank pages not, each under its address", () => {
    const pages = [page("", "cover/1"), page("ii"), page("iii", "contents/1"), page("1", "one/0")];
    expect(pageBreaksOf(pages, parts).map(({ label, href }) => `${label} ${href}`)).toEqual([
      "iii nav.xhtml#page-iii",
      "1 one.xhtml#page-1",
    ]);
  });

  it("lists a number once", () => {
    expect(pageBreaksOf([page("1", "one/0"), page("1", "one/4")], parts)).toHaveLength(1);
  });
});
