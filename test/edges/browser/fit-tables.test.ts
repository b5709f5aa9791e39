import { describe, expect, test } from "vitest";
import type { TypesetterName } from "../../../pipeline/publication.js";
import { typesetter } from "../../support/browser.js";
import { openPdf, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { paragraph, smallDocument } from "./small-document.js";

/** A document with a text area of 80 by 80 mm, as it says of itself. */
async function typeset(content: string, css = "", setter: TypesetterName = "paged") {
  const document = smallDocument(`<section data-part="a">${content}</section>`, {
    typesetter: setter,
    css: `table { border-collapse: collapse; hyphens: none } td, th { padding: 0 } ${css}`,
  });
  const html = document.html.replace("<html ", '<html data-area="302x302" ');
  const { prints, messages, destinations } = await typesetter.typeset({ ...document, html });
  const open = await openPdf(await printedPdf({ prints }));
  const pages = await pagesOf(open);
  const tags: string[] = [];
  for (let number = 1; number <= open.numPages; number++)
    tags.push(JSON.stringify(await (await open.getPage(number)).getStructTree()));
  await open.loadingTask.destroy();
  return {
    pages: pages.map(({ text }) => text.replace(/\s+/g, " ")),
    destinations,
    links: pages.map(({ links }) => links.length),
    tags,
    messages: messages.map(({ file, line, column, reason }) => `${file}:${line}:${column}: ${reason}`),
  };
}

const words = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(" ");

const setters = ["paged", "native"] as const;

test.each(setters)(
  "%s: a row taller than a page goes on over the pages, none of its words lost",
  async (setter) => {
    const cells = `<td id="cell" data-place="one.md:5:1"><p>${words("a", 300)}</p><ul><li>${words("b", 400)}</li></ul></td><td>${words("c", 60)}</td>`;
    const { pages, messages } = await typeset(
      `${paragraph(1)}<table><tr><th>Head</th><th>Other</th></tr><tr>${cells}</tr><tr><td>after</td><td>it</td></tr></table>${paragraph(9)}`,
      "tr { break-inside: avoid } td { width: 50% }",
      setter,
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
  },
);

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

describe("the head of a table that goes on", () => {
  const head =
    '<thead><tr><th id="first" scope="col">Port <a href="#p1">of call</a></th><th scope="col">Depth</th></tr></thead>';
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, i) => `<tr><td>quay${i}</td><td>d${i} ${i === 30 ? "very deep indeed" : ""}</td></tr>`,
    );

  test.each(setters)(
    "%s: is shown on every page, and no second time in the tags, the links or the words",
    async (setter) => {
      const { pages, messages, tags, links } = await typeset(
        `${paragraph(1)}<table>${head}<tbody>${rows(40).join("")}</tbody></table>${paragraph(9)}`,
        "",
        setter,
      );
      expect(messages).toEqual([]);
      expect(pages.length).toBe(3);
      for (const page of pages) expect(page.match(/Port of call Depth/g)).toHaveLength(1);
      expect([...pages.join(" ").matchAll(/quay(\d+)/g)].map(([, number]) => Number(number))).toEqual(
        Array.from({ length: 40 }, (_, i) => i),
      );
      // What no block of the document bears is no tag of the finished PDF; Chromium tags all rows of one table.
      if (setter === "paged") expect(tags.map((each) => each.split('"TH"').length - 1)).toEqual([2, 0, 0]);
      expect(links).toEqual([1, 0, 0]);
    },
  );

  test("leaves room for rows as high as a page, and stays away where it would leave too little", async () => {
    const counts = [46, 50, 54, 58, 62, 66, 70];
    const high = counts.map((count) => `<tr><td>${words(`r${count}x`, count)}</td><td>x</td></tr>`);
    const css = "tr { break-inside: avoid } td { width: 50% }";
    const { pages, messages } = await typeset(`<table>${head}<tbody>${high.join("")}</tbody></table>`, css);
    expect(messages).toEqual([]);
    const all = [...pages.join(" ").matchAll(/r\d+x\d+/g)].map(([word]) => word);
    expect(all).toEqual(counts.flatMap((count) => words(`r${count}x`, count).split(" ")));
    const tall = await typeset(
      `<table><thead><tr><th>${words("h", 40)}</th><th>Depth</th></tr></thead><tbody>${rows(30).join("")}</tbody></table>`,
      css,
    );
    expect(tall.messages).toEqual([]);
    expect(tall.pages.join(" ").match(/h0 /g)).toHaveLength(1);
  });

  test("native: stands where a page begins with a row or inside one, also where rows are kept together", async () => {
    const entries = Array.from({ length: 120 }, (_, i) => {
      const cell = i === 70 ? words("w", 900) : words("x", (i * 7) % 23);
      return `<tr${i % 5 === 0 ? ' class="keep"' : ""}><td>quay${i}</td><td>${cell}</td></tr>`;
    });
    const { pages, messages } = await typeset(
      `${paragraph(1)}<table>${head}<tbody>${entries.join("")}</tbody></table>`,
      "tr { break-inside: avoid } .keep { break-after: avoid }",
      "native",
    );
    expect(messages).toEqual([]);
    expect(pages.length).toBeGreaterThan(15);
    const [, ...further] = pages;
    expect(further.filter((page) => !/^\d+ Port of call Depth (?:quay|w)\d/.test(page))).toEqual([]);
    expect(pages.filter((page) => /quay\d*[05] ?(?:x\d+ ?)*$/.test(page))).toEqual([]);
    expect([...pages.join(" ").matchAll(/quay(\d+)/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 120 }, (_, i) => i),
    );
  });

  test("native: stands on every page where cells span rows, which fill the pages as any others", async () => {
    const entries = Array.from({ length: 60 }, (_, i) => {
      const region = i % 12 === 0 ? `<td rowspan="12">Region${i / 12} ${words("x", 20)}</td>` : "";
      return `<tr>${region}<td id="r${i}">quay${i}</td><td>${words("d", 1 + ((i * 7) % 12))}</td></tr>`;
    });
    const spannedHead = head.replace("<tr>", "<tr><th>Region</th>");
    const { pages, messages, destinations } = await typeset(
      `${paragraph(1)}<table>${spannedHead}<tbody>${entries.join("")}</tbody></table>${paragraph(9)}`,
      "tr { break-inside: avoid } td { width: 33% }",
      "native",
    );
    expect(messages).toEqual([]);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(page.match(/Region Port of call Depth/g)).toHaveLength(1);
    const all = pages.join(" ");
    expect([...all.matchAll(/quay(\d+)/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 60 }, (_, i) => i),
    );
    expect([...all.matchAll(/Region(\d)/g)].map(([, number]) => number)).toEqual(["0", "1", "2", "3", "4"]);
    // What a cell of several rows holds is on one page, and the columns beside it stay where they are.
    for (const page of pages) expect(page.match(/x0\b/g)?.length).toBe(page.match(/x19\b/g)?.length);
    const columns = destinations.filter(({ id }) => /^r\d/.test(id)).map(({ x }) => Math.round(x));
    expect(new Set(columns).size).toBe(1);
    // No page but the last is left half empty before rows that share a cell.
    const rowsOn = pages.slice(0, -1).map((page) => page.match(/quay/g)?.length ?? 0);
    expect(Math.min(...rowsOn)).toBeGreaterThan(5);
  });

  test("native: rows stay on the pages on which they were measured when soft hyphens go that no line ends with", async () => {
    const cell = (from: number, count: number) =>
      Array.from(
        { length: count },
        (_, i) => ["es\u00ADtu\u00ADary", "be\u00ADfore", "ev\u00ADery", "quay"][(from + i * i) % 4],
      ).join(" ");
    const entries = Array.from(
      { length: 60 },
      (_, i) =>
        `<tr id="r${i}"><td>row${i}</td><td>${cell(i, 3 + ((i * 5) % 31))}</td><td>${cell(i, 1 + (i % 7))}</td></tr>`,
    );
    const { pages, messages, destinations } = await typeset(
      `<table>${head}<tbody>${entries.join("")}</tbody></table>`,
      "table { hyphens: manual } tr { break-inside: avoid } td { padding: 3px 12px 3px 0 }",
      "native",
    );
    expect(messages).toEqual([]);
    const [, ...further] = pages;
    expect(further.filter((page) => !/^\d+ Port of call Depth row\d/.test(page))).toEqual([]);
    const measured = destinations.filter(({ id }) => /^r\d/.test(id)).map(({ page }) => page);
    expect(entries.map((_, i) => pages.findIndex((page) => page.includes(`row${i} `)))).toEqual(measured);
  });

  test("native: stands on every page of a table of hundreds of rows, which is laid out in pieces without a seam", async () => {
    const { pages, messages } = await typeset(
      `<table>${head}<tbody>${rows(420).join("")}</tbody></table>`,
      "table { border: 2px solid; margin: 30px 0 } td { border-top: 1px solid; border-bottom: 1px solid }",
      "native",
    );
    expect(messages).toEqual([]);
    for (const page of pages) expect(page.match(/Port of call Depth/g)).toHaveLength(1);
    expect([...pages.join(" ").matchAll(/quay(\d+)/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 420 }, (_, i) => i),
    );
    // A margin or a border between pieces would leave a page a row less.
    const counts = pages.slice(1, -1).map((page) => page.match(/quay/g)?.length);
    expect(new Set(counts).size).toBe(1);
  });
});
