import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { describe, expect, test } from "vitest";
import { breakAddresses } from "../../../../pipeline/write/pdf/print/break-addresses.js";
import { breakCode } from "../../../../pipeline/write/pdf/print/break-code.js";
import { keepSpaces } from "../../../../pipeline/write/pdf/print/keep-spaces.js";
import { leadIn } from "../../../../pipeline/write/pdf/print/lead-in.js";
import { markParagraphs } from "../../../../pipeline/write/pdf/print/mark-paragraphs.js";
import { plainLinks } from "../../../../pipeline/write/pdf/print/plain-links.js";

const changed = (change: (root: Element) => void, root: Element) => {
  change(root);
  return toHtml(root.children);
};

describe("addresses", () => {
  test("break at slashes, dots and signs, not within the scheme's slashes, and lose nothing", () => {
    const address = "https://example.org/a_b/c-d.html?q=1#top";
    const link = h("p", h("a.url", { href: address }, address));
    expect(changed(breakAddresses, link).replace(/^<[^>]+>|<\/a>$/g, "")).toBe(
      'https://<wbr>example<wbr>.org/<wbr>a<wbr>_b/<wbr>c<wbr><span class="unbroken">-d</span><wbr>.html<wbr>?q<wbr>=1<wbr>#top',
    );
    expect(textOf(link)).toBe(address);
  });

  test("break within a long piece without a joint, a few letters from its ends", () => {
    const address = "https://example.org/averylongpathwithoutajoint-andmoreofthesamekind/short";
    const link = h("p", h("a.url", { href: address }, address));
    expect(changed(breakAddresses, link).replace(/^<[^>]+>|<\/a>$/g, "")).toBe(
      'https://<wbr>example<wbr>.org/<wbr>aver<wbr>ylon<wbr>gpat<wbr>hwit<wbr>hout<wbr>ajoint<wbr><span class="unbroken">-and</span><wbr>more<wbr>ofth<wbr>esam<wbr>ekind/<wbr>short',
    );
    expect(textOf(link)).toBe(address);
  });

  test("are told from words that happen to be a link", () => {
    const link = h("p", h("a", { href: "https://example.org" }, "a.b/c"));
    expect(changed(breakAddresses, link)).not.toContain("<wbr>");
  });
});

describe("code within a line", () => {
  test("breaks in long names at their joints, and loses nothing", () => {
    const code = "short.name (a_very_long.identifier_of(some_kind)) --option";
    const line = h("p", h("code", code));
    expect(changed(breakCode, line)).toBe(
      "<code>short.name (a_<wbr>very_<wbr>long.<wbr>identifier_<wbr>of(<wbr>some_<wbr>kind)) --option</code>",
    );
    expect(textOf(line)).toBe(code);
  });

  test("stays whole in blocks of code and in tables", () => {
    const code = "a_very_long.identifier_of(some_kind)";
    const blocks = h("div", h("pre", h("code", code)), h("table", h("tr", h("td", h("code", code)))));
    expect(changed(breakCode, blocks)).not.toContain("<wbr>");
  });
});

describe("the lead-in", () => {
  const lead = (...content: Parameters<typeof h>[1][]) => {
    const section = h("section", [h("header", h("h1", "T")), ...content.map((each) => h("p", each))]);
    leadIn(section);
    return /<span class="lead-in">(.*?)<\/span>/.exec(toHtml(section))?.[1];
  };

  test("is the first four words, fewer where a mark ends them", () => {
    expect(lead("The habit is older than the state.")).toBe("The habit is older");
    expect(lead("On Jones’s reading, a pact is not an order.")).toBe("On Jones’s reading");
  });

  test("is missing where the chapter begins with no plain words", () => {
    expect(lead("— and so on")).toBeUndefined();
    expect(lead([h("em", "Italic"), " first"])).toBeUndefined();
  });

  test("comes after an epigraph, and not within a section", () => {
    const epigraph = h("blockquote", { role: "doc-epigraph" }, h("p", "Said."));
    const section = h("section", [h("header"), epigraph, h("p", "Then the text begins here.")]);
    leadIn(section);
    expect(toHtml(section)).toContain(
      '</blockquote><p><span class="lead-in">Then the text begins</span> here.',
    );
    const late = h("section", [h("header"), h("section", [h("h2", "S"), h("p", "Text of a section.")])]);
    leadIn(late);
    expect(toHtml(late)).not.toContain("lead-in");
  });
});

describe("paragraphs", () => {
  test("are indented where they follow another, not after a heading, a list or a title of a piece", () => {
    const root = h("section", [
      h("h2", "H"),
      h("p#a", "a"),
      h("p#b", "b"),
      h("p#c", "c"),
      h("ul", h("li", "x")),
      h("p#d", "d"),
      h("aside", [h("p.callout-title", "t"), h("p#e", "e"), h("p#f", "f")]),
    ]);
    markParagraphs(root);
    const indented = [...toHtml(root).matchAll(/<p id="(\w)" class="indented">/g)].map(([, id]) => id);
    expect(indented).toEqual(["b", "c", "f"]);
  });

  test("of a pull quote that brings its own marks are told from those that need them", () => {
    const root = h("section", [
      h("aside.pull-quote", h("p", "“So he said.”")),
      h("aside.pull-quote", h("p", h("em", "So it is."))),
    ]);
    markParagraphs(root);
    expect(root.children.map((child) => child.type === "element" && child.properties.className)).toEqual([
      ["pull-quote", "quoted"],
      ["pull-quote"],
    ]);
  });

  test("of a pull quote end before its source", () => {
    const root = h("aside.pull-quote", [h("p", "One."), h("p", "Two."), h("footer", "Somebody")]);
    markParagraphs(root);
    expect(root.children.map((child) => child.type === "element" && child.properties.className)).toEqual([
      undefined,
      ["indented", "closing"],
      undefined,
    ]);
  });

  test("may go before a figure of the column, not before one that has a page of its own", () => {
    const root = h("section", [h("figure.figure.size-column"), h("figure.figure.size-page")]);
    expect(changed(markParagraphs, root).match(/data-drift/g)).toHaveLength(1);
  });
});

test("captions and header cells are wrapped whole, plain ones left alone, spaces between elements on their own", () => {
  const root = h("table", [
    h("caption", [h("span.label", "Table 1."), " ", h("span.caption", "Depths.")]),
    h("tr", [h("th", "One"), h("td", [h("em", "a"), " ", h("b", "b")])]),
  ]);
  expect(changed(keepSpaces, root)).toBe(
    '<caption><span><span class="label">Table 1.</span><span> </span><span class="caption">Depths.</span></span></caption>' +
      "<tr><th>One</th><td><em>a</em><span> </span><b>b</b></td></tr>",
  );
});

test("links lose their roles, and the arrow that the text faces lack", () => {
  const root = h("p", [
    h("a", { role: "doc-noteref" }, "1"),
    h("a.note-return", { role: "doc-backlink" }, "↩b"),
  ]);
  expect(changed(plainLinks, root)).toBe('<a>1</a><a class="note-return">↑b</a>');
});

test("a paragraph of pictures alone is marked, and gives no indent to the next", () => {
  const image = h("img", { src: "a.png", alt: "A." });
  const section = h("section", [
    h("p", "Words"),
    h("p", h("a", image)),
    h("p", "Words"),
    h("p", ["Words ", image]),
  ]);
  expect(changed(markParagraphs, section).match(/<p[^>]*>/g)).toEqual([
    "<p>",
    '<p class="pictures">',
    "<p>",
    '<p class="indented">',
  ]);
});
