import type { Element } from "hast";
import { h, s } from "hastscript";
import { describe, expect, it } from "vitest";
import { toContentDocument, toXhtml } from "../../../pipeline/write/epub/xhtml.js";

describe("toXhtml", () => {
  const xhtml = (...children: (Element | string)[]) =>
    toXhtml(h("div", children)).replace(/ xmlns="[^"]*"/g, "");

  it("closes void elements by themselves and no others", () => {
    expect(xhtml(h("br"), h("span"), h("img", { src: "a.png", alt: "" }))).toBe(
      '<div><br/><span></span><img src="a.png" alt=""/></div>',
    );
  });

  it("escapes what XML forbids in text: &, < and ]]>", () => {
    expect(xhtml("a[b[0]]>1 && <x")).toBe("<div>a[b[0]]&gt;1 &#x26;&#x26; &#x3C;x</div>");
  });

  it("puts drawings into their namespace, with their attributes in their own case", () => {
    expect(
      toXhtml(s("svg", { viewBox: "0 0 1 1" }, [s("linearGradient", { gradientUnits: "userSpaceOnUse" })])),
    ).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><linearGradient gradientUnits="userSpaceOnUse"></linearGradient></svg>',
    );
  });
});

describe("toContentDocument", () => {
  const document = (language: string) =>
    toContentDocument({ language, title: "A & B", matter: "bodymatter", body: [h("p", "x")] });

  it("says its language twice, as HTML and as XML do", () => {
    expect(document("en-GB")).toContain('lang="en-GB" xml:lang="en-GB"><head>');
  });

  it("runs from right to left where its language does", () => {
    expect(document("ar")).toContain('xml:lang="ar" dir="rtl"><head>');
  });

  it("has a title, a style sheet and its matter", () => {
    expect(document("en")).toContain("<title>A &#x26; B</title>");
    expect(document("en")).toContain('<link rel="stylesheet" type="text/css" href="style.css"/>');
    expect(document("en")).toContain('<body epub:type="bodymatter">');
  });
});
