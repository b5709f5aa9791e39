import type { Element, Root } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { placeFootnotes } from "../../../../pipeline/write/pdf/print/place-footnotes.js";
import { examineInMemory } from "../../../support/memory-manuscript.js";

/** What stands before each note and around it, once the notes of some Markdown are placed. */
async function places(markdown: string): Promise<Record<string, string>> {
  const { publication } = await examineInMemory({ "a.md": markdown });
  const parts = structuredClone(publication.parts);
  const sections = parts.map(({ tree }) => tree.children[0] as Element);
  const notes = sections[parts.findIndex(({ kind }) => kind === "notes")] as Element;
  placeFootnotes(
    sections.filter((section) => section !== notes),
    notes,
  );
  const found: Record<string, string> = {};
  const nameOf = (node: Element | undefined) =>
    [node?.tagName, ...((node?.properties.className as string[] | undefined) ?? [])].join(".");
  const root: Root = { type: "root", children: sections };
  visit(root, "element", (element, index = 0, parent) => {
    if (element.properties.dataFootnote === undefined || parent?.type !== "element") return;
    const before = parent.children.slice(0, index).filter((child) => child.type === "element");
    found[String(element.properties.id)] =
      `${nameOf(before.at(-1) as Element | undefined)} in ${nameOf(parent)}`;
  });
  return found;
}

test("a note stands behind the block of its first call, and inside what that block stands in", async () => {
  expect(
    await places(
      [
        "# Title[^title]",
        "One[^one] and again[^two].[^one]",
        "- tight[^tight]\n    - inner\n- next[^next]",
        "1. loose[^loose]\n\n2. item",
        "> quoted[^quoted]\n>\n> more",
        ":::callout[Terms]\nwords[^callout]\n:::",
        ":::table\n| a[^head] | b |\n|---|---|\n| c[^cell] | d |\n\nCaption[^caption].\n:::",
        "## Heading[^heading]",
        "Last.",
        ..."title one two tight next loose quoted callout head cell caption heading"
          .split(" ")
          .map((label) => `[^${label}]: About ${label}.`),
      ].join("\n\n"),
    ),
  ).toEqual({
    "fn-1": "header.opener in section.chapter.body",
    "fn-2": "p in section.chapter.body",
    "fn-3": "aside.note.footnote in section.chapter.body",
    "fn-4": "sup.note-call in li",
    "fn-5": "sup.note-call in li",
    "fn-6": "p in li",
    "fn-7": "p in blockquote",
    "fn-8": "p in aside.callout",
    "fn-9": "div.table.size-column in section.chapter.body",
    "fn-10": "aside.note.footnote in section.chapter.body",
    "fn-11": "aside.note.footnote in section.chapter.body",
    "fn-12": "h2 in section",
  });
});

test("links to the part of notes become words, and a note that nothing calls is a fault", () => {
  const notes = h("section#notes", [
    h("h1#notes-title", "Notes"),
    h("ol", [h("li#fn-1", { dataNumber: "1" })]),
  ]);
  const call = h("sup.note-call", [h("a", { href: "#fn-1" }, "1")]);
  const section = h("section", [h("p", [h("a", { href: "#notes" }, "the notes"), call])]);
  expect(() => placeFootnotes([h("section")], notes)).toThrow("Nothing calls the note #fn-1");
  placeFootnotes([section], notes);
  const [paragraph] = section.children as [Element];
  expect(paragraph.children[0]).toMatchObject({ tagName: "span", properties: {} });
});
