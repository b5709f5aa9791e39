import { expect, test } from "vitest";
import { replacePart, standingOf } from "../../pipeline/preview/chapter-alone.js";
import { rememberReads } from "../../pipeline/preview/remember-reads.js";
import type { ShownPage } from "../../pipeline/preview/state.js";
import type { Source } from "../../pipeline/publication.js";
import { printDocument } from "../../pipeline/write/pdf/print-document.js";
import { reportTheme } from "../support/report-theme.js";
import { samplePublication } from "../support/sample-publication.js";

const page = (part: string, folio: string, side: "left" | "right" = "left"): ShownPage => ({
  pdf: "/print/a.pdf",
  index: 0,
  bleed: 0,
  folio,
  side,
  part,
});

test("a part stands where its first page does, if that has a plain number", () => {
  const pages = [
    page("preface", "i"),
    page("one", "1", "right"),
    page("two", "2"),
    page("two", "3", "right"),
  ];
  expect(standingOf(pages, "two")).toEqual({ partId: "two", folio: 2, side: "left" });
  expect(standingOf(pages, "preface")).toBeUndefined();
  expect(standingOf(pages, "three")).toBeUndefined();
});

test("the pages of a part are replaced by those that were set alone, without the empty one before them", () => {
  const pages = [page("one", "1"), page("two", "2"), page("two", "3"), page("notes", "4")];
  const fresh = [page("", ""), page("two", "2"), page("two", "3"), page("two", "4")];
  expect(replacePart(pages, "two", fresh).map(({ part, folio }) => `${part} ${folio}`)).toEqual([
    "one 1",
    "two 2",
    "two 3",
    "two 4",
    "notes 4",
  ]);
});

test("a source is read again where its bytes or the rest differ, and only there", async () => {
  let count = 0;
  const reads = rememberReads(async ({ path }: Source) => `${path} ${++count}`);
  const source = (text: string): Source => ({ path: "a.md", division: "body", bytes: Buffer.from(text) });
  expect(await reads(source("x"), "a", "en")).toBe("a.md 1");
  expect(await reads(source("x"), "a", "en")).toBe("a.md 1");
  expect(await reads(source("y"), "a", "en")).toBe("a.md 2");
  expect(await reads(source("y"), "a", "de")).toBe("a.md 3");
  expect(await reads({ ...source("y"), division: "front" }, "a", "de")).toBe("a.md 4");
});

test("an excerpt of the print document holds one part, counted from its place, and all else is as in the whole", async () => {
  const [publication, theme] = [samplePublication(), await reportTheme()];
  const whole = await printDocument(publication, theme, "screen");
  const part = publication.parts.findLast(({ kind }) => kind === "chapter")?.id ?? "";
  const excerpt = { partId: part, folio: 37, side: "left" } as const;
  const alone = await printDocument(publication, theme, "screen", { excerpt });
  const sections = (html: string) => [...html.matchAll(/data-part="([^"]*)"/g)].map(([, id]) => id);
  expect(sections(whole.html).length).toBeGreaterThan(3);
  expect(sections(alone.html)).toEqual(["", part]);
  expect(alone.html).toContain('data-folio-start="37"');
  expect(alone.geometry).toEqual(whole.geometry);
});
