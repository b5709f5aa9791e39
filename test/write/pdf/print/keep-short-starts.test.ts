import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { keepShortStarts } from "../../../../pipeline/write/pdf/print/keep-short-starts.js";

function kept(html: string): string[] {
  const tree = fromHtml(`<section>${html}</section>`, { fragment: true });
  const [section] = tree.children;
  if (section?.type !== "element") throw new Error("No section");
  keepShortStarts(section);
  const found: string[] = [];
  visit(section, "element", ({ tagName, properties: { className, id } }) => {
    if (Array.isArray(className) && className.includes("kept")) found.push(`${tagName} ${id}`);
  });
  return found;
}

const long = "Some words of a harbour and of its promises. ".repeat(3);

test("what may be one line below a heading is kept with what follows", () => {
  expect(kept('<h2>Tides</h2><p id="a">We recommend:</p><p id="b">Two.</p>')).toEqual(["p a"]);
  expect(kept('<h2>Tides</h2><ul><li id="a">One</li><li id="b">Two</li></ul>')).toEqual(["li a"]);
  expect(kept('<h2>Tides</h2><h3>Ebb</h3><p id="a">One.</p><p>Two.</p>')).toEqual(["p a"]);
});

test("longer text is not, and none elsewhere", () => {
  expect(kept(`<h2>Tides</h2><p id="a">${long}</p><p id="b">Two.</p>`)).toEqual([]);
  expect(kept('<p id="a">One.</p><p id="b">Two.</p><ul><li id="c">Three</li></ul>')).toEqual([]);
  expect(kept('<h2>Tides</h2><figure><p id="a">One.</p></figure>')).toEqual([]);
});

test("soft hyphens take no room", () => {
  const hyphenated = "am\u00ADphi\u00ADthe\u00ADatre ".repeat(6);
  expect(kept(`<h2>Tides</h2><p id="a">${hyphenated}</p><p>Two.</p>`)).toEqual(["p a"]);
});
