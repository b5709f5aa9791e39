import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { markBlocks } from "../../../../pipeline/write/pdf/print/mark-blocks.js";
import { fromKeyed, toKeyed } from "../../../../pipeline/write/pdf/tags/key.js";

const html = `<section id="a"><header class="opener"><h1>Ti\u00ADtle</h1></header>
<p>Call<sup class="note-call"><a href="#fn-1">1</a></sup>, <span lang="fr">mot</span>.</p>
<ol class="contents-list"><li><a href="#a">Title</a><span aria-hidden="true">…</span></li></ol>
<figure><svg><text>drawn</text></svg><figcaption><p>Caption.</p></figcaption></figure>
<ol><li id="fn-1" class="note" data-number="1" lang="de"><p><a class="note-number" href="#fnref-1" aria-label="Back">1.</a> Anmerkung.</p></li></ol></section>`;

const section = () => fromHtml(html, { fragment: true }).children[0] as Element;

test("a key is part of a language, and comes off it again", () => {
  expect(toKeyed("en-GB", 51)).toBe("en-GB-x-k1f");
  expect(fromKeyed("en-GB-x-k1f")).toEqual({ language: "en-GB", key: 51 });
  expect(fromKeyed("en-GB")).toEqual({ language: "en-GB" });
});

test("blocks have their type, their words alone and the block around them", () => {
  const blocks = markBlocks([section()], "en");
  const facts = blocks.map(({ type, parent, language, text }) => [
    type,
    parent,
    language,
    text.replace(/\s+/g, " ").trim(),
  ]);
  expect(facts).toEqual([
    ["Sect", undefined, "en", ""],
    ["H1", 0, "en", "Ti\u00ADtle"],
    ["P", 0, "en", "Call1, mot."],
    ["TOC", 0, "en", ""],
    ["TOCI", 3, "en", "Title"],
    ["Figure", 0, "en", ""],
    ["Caption", 5, "en", ""],
    ["P", 6, "en", "Caption."],
    ["L", 0, "en", ""],
    ["LI", 8, "de", ""],
    ["P", 9, "de", "1. Anmerkung."],
  ]);
});

test("links say what they are for and where they lead", () => {
  const links = markBlocks([section()], "en").flatMap((block) => [...block.links]);
  expect(links).toEqual([
    ["#fn-1", { use: "reference", label: "1. Anmerkung." }],
    ["#a", { use: "reference", label: "Title" }],
    ["#fnref-1", { use: "number", label: "Back" }],
  ]);
});

test("every block bears its key, and passages of another language a role that Chromium keeps", () => {
  const marked = section();
  const blocks = markBlocks([marked], "en");
  const keys: (number | undefined)[] = [];
  const roles: unknown[] = [];
  visit(marked, "element", ({ properties: { lang, role } }) => {
    if (typeof lang === "string" && lang.includes("-x-k")) keys.push(fromKeyed(lang).key);
    else if (lang) roles.push(role);
  });
  expect(keys).toEqual(blocks.map(({ key }) => key));
  expect(roles).toEqual(["group"]);
});
