import { h } from "hastscript";
import { describe, expect, it } from "vitest";
import { addSemantics, matterOf } from "../../../pipeline/write/epub/semantics.js";

describe("addSemantics", () => {
  it.each([
    ["doc-noteref", "noteref"],
    ["doc-backlink", "backlink"],
    ["doc-endnotes", "endnotes"],
    ["doc-chapter", "chapter"],
    ["doc-pullquote", "pullquote"],
  ])("puts a word of the vocabulary beside %s", (role, type) => {
    const section = h("section", h("a", { role }));
    addSemantics(section, "chapter");
    expect(section).toEqual(h("section", h("a", { role, "epub:type": type })));
  });

  it("calls a note `endnote footnote`, in this order, without a role", () => {
    const section = h("section", h("ol", h("li.note")));
    addSemantics(section, "notes");
    expect(section).toEqual(h("section", h("ol", h("li.note", { "epub:type": "endnote footnote" }))));
  });

  it("leaves other items and unknown roles alone", () => {
    const section = h("section", [h("li"), h("div", { role: "group" })]);
    addSemantics(section, "chapter");
    expect(section).toEqual(h("section", [h("li"), h("div", { role: "group" })]));
  });

  it("names the pages of the theme by their kind", () => {
    const section = h("section#imprint");
    addSemantics(section, "imprint");
    expect(section.properties["epub:type"]).toBe("copyright-page");
  });
});

it("names the three divisions", () => {
  expect((["front", "body", "back"] as const).map((division) => matterOf({ division }))).toEqual([
    "frontmatter",
    "bodymatter",
    "backmatter",
  ]);
});
