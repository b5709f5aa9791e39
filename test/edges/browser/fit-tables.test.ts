import { afterAll, expect, test } from "vitest";
import { createTypesetter } from "../../../pipeline/edges/browser.js";
import { openPdf, pagesOf } from "../../support/pdf.js";
import { paragraph, smallDocument } from "./small-document.js";

const { typesetter, close } = createTypesetter();
afterAll(close);

/** A document with a text area of 80 by 80 mm, as it says of itself. */
async function typeset(content: string, css = "") {
  const document = smallDocument(`<section data-part="a">${content}</section>`, {
    css: `table { border-collapse: collapse; hyphens: none } td, th { padding: 0 } ${css}`,
  });
  const html = document.html.replace("<html ", '<html data-area="302x302" ');
  const { pdf, messages } = await typesetter.typeset({ ...document, html });
  const open = await openPdf(pdf);
  const pages = await pagesOf(open);
  await open.loadingTask.destroy();
  return {
    pages: pages.map(({ text }) => text.replace(/\s+/g, " ")),
    messages: messages.map(({ file, line, column, reason }) => `${file}:${line}:${column}: ${reason}`),
  };
}

const words = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(" ");

test("a row taller than a page goes on over the pages, every word in its cell and none lost", async () => {
  const cells = `<td id="cell" data-place="one.md:5:1"><p>${words("a", 300)}</p><ul><li>${words("b", 400)}</li></ul></td><td>${words("c", 60)}</td>`;
  const { pages, messages } = await typeset(
    `${paragraph(1)}<table><tr><th>Head</th><th>Other</th></tr><tr>${cells}</tr><tr><td>after</td><td>it</td></tr></table>${paragraph(9)}`,
    "tr { break-inside: avoid } td { width: 50% }",
  );
  expect(messages).toEqual([]);
  expect(pages.length).toBeGreaterThan(3);
  const all = [...pages.join(" ").matchAll(/[abc]\d+/g)].map(([word]) => word);
  for (const [prefix, count] of [
    ["a", 300],
    ["b", 400],
    ["c", 60],
  ] as const) {
    const found = all.filter((word) => word.startsWith(prefix));
    expect(found).toEqual(words(prefix, count).split(" "));
  }
  // The first page is filled: the row does not wait for the next one.
  expect(pages[0]).toMatch(/Head Other a0 /);
});

test("a table whose words are too wide breaks them at their soft hyphens, and another breaks none", async () => {
  const cell = `<td>${"har\u00ADbour mas\u00ADter ".repeat(3)}</td>`;
  const compound =
    "Donau\u00ADdampf\u00ADschiff\u00ADfahrts\u00ADelek\u00ADtri\u00ADzi\u00ADtäten\u00ADge\u00ADsell\u00ADschaft";
  const { pages, messages } = await typeset(
    `<table><tr>${cell}${cell}${cell}</tr></table><table><tr><td>${compound}</td><td>${compound}</td></tr></table>`,
  );
  expect(messages).toEqual([]);
  const [fitting = "", broken = ""] = pages.join(" ").split(/(?=Donau)/);
  expect(fitting).not.toMatch(/[\u2010\u00AD-]/);
  expect(broken).toMatch(/[\u2010-]/);
});

test("a word too wide for its table that has no soft hyphens is named", async () => {
  const { messages } = await typeset(
    `<table><tr><td>a</td><td data-place="one.md:5:9">${"x".repeat(90)}</td></tr></table>`,
  );
  expect(messages).toEqual([expect.stringMatching(/^one\.md:5:9: “x+…” runs off the paper of page 1$/)]);
});
