import type { Root } from "hast";
import { h } from "hastscript";
import { describe, expect, test } from "vitest";
import type { Metadata, Part, Publication } from "../../pipeline/publication.js";
import { chooseTypesetter, foreseeTypesetter } from "../../pipeline/write/choose-typesetter.js";
import { bareTheme, memoryManuscript } from "../support/memory-manuscript.js";

const words = (count: number) => h("p", "word ".repeat(count));
const table = (rows: number, rowSpan = 1) =>
  h(
    "table",
    Array.from({ length: rows }, () => h("tr", h("td", { rowSpan }, "cell"))),
  );

function publicationOf(children: Root["children"], changes: Partial<Metadata> = {}) {
  const { metadata } = memoryManuscript({}, changes);
  const tree: Root = { type: "root", children: [h("section", children as never)] };
  const part: Part = { id: "a", kind: "chapter", division: "body", title: "A", tree };
  return { metadata, parts: [part] } satisfies Pick<Publication, "metadata" | "parts">;
}
const chosen = (children: Root["children"], changes: Partial<Metadata> = {}, css = "") =>
  chooseTypesetter(publicationOf(children, changes), { ...bareTheme, styles: { "print.css": css } });

describe("what sets the pages", () => {
  test("is Paged.js for a report", () => {
    expect(chosen([words(19_999)])).toEqual({ name: "paged", reason: "the default" });
  });

  test("is Chromium's own pagination for a book, which says how long it is", () => {
    const choice = chosen([words(20_001)]);
    expect(choice.name).toBe("native");
    expect(choice.reason).toMatch(/^20001 words: /);
  });

  test("is Chromium's own pagination for a table of hundreds of rows, unless it asks for what only Paged.js has", () => {
    const choice = chosen([table(301)]);
    expect(choice.name).toBe("native");
    expect(choice.reason).toMatch(/^a table of 301 rows: /);
    expect(chosen([table(300)]).name).toBe("paged");
    expect(chosen([table(301, 2)]).name).toBe("native");
    const footnotes = { placement: "footnotes", numbering: "chapter" } as const;
    expect(chosen([table(301)], { notes: footnotes }).name).toBe("paged");
  });

  test.each([
    ["has footnotes", [], { notes: { placement: "footnotes", numbering: "chapter" } }, ""],
    [
      "is styled with what Paged.js adds",
      [],
      {},
      "@page { @top-left { content: string(title) } } h1 { string-set: title content() }",
    ],
    ["has pages of its own for blanks", [], {}, "@page chapter:blank { @top-left { content: none } }"],
    ["says so", [], { typesetter: "paged" }, ""],
  ] as const)("is Paged.js for a book that %s", (_, more, changes, css) => {
    expect(chosen([words(40_000), ...more], changes as Partial<Metadata>, css).name).toBe("paged");
  });

  test.each([
    ["rows", table(30, 2)],
    ["text", h("table", h("tr", h("td", { rowSpan: 2 }, [words(201)])))],
  ])(
    "is Chromium's own pagination for a report whose table of many %s has cells of several rows",
    (_, long) => {
      const choice = chosen([long]);
      expect(choice.name).toBe("native");
      expect(choice.reason).toMatch(/cells of several rows/);
      expect(chosen([table(8, 2)]).name).toBe("paged");
      expect(chosen([long], {}, "h1 { string-set: title content() }").name).toBe("paged");
    },
  );

  test("is Chromium's own pagination for a book with tables and styles that ask for nothing else", () => {
    const css = "h1:first-child { margin: 0 } @page :left { margin: 1cm } p:blank { color: red }";
    expect(chosen([words(40_000), table(8, 2), table(30)], {}, css).name).toBe("native");
  });
});

test("is foreseen from the length of the Markdown and what publication.yaml says, as it is chosen later", () => {
  const foreseen = (length: number, changes: Partial<Metadata> = {}, css = "") =>
    foreseeTypesetter(memoryManuscript({ "one.md": "word ".repeat(length) }, changes), {
      ...bareTheme,
      styles: { "print.css": css },
    });
  expect(foreseen(20_000)).toEqual({ typesetter: "paged", characters: 100_000 });
  expect(foreseen(60_000)).toEqual({ typesetter: "native", characters: 300_000 });
  expect(foreseen(60_000, {}, "h1 { string-set: title content() }").typesetter).toBe("paged");
  const footnotes = { placement: "footnotes", numbering: "chapter" } as const;
  expect(foreseen(60_000, { notes: footnotes }).typesetter).toBe("paged");
  expect(foreseen(1, { language: "ar" }).typesetter).toBe("native");
  expect(foreseen(1, { typesetter: "native" }).typesetter).toBe("native");
});
