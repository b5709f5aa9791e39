import { expect, test } from "vitest";
import { shelf } from "../../pipeline/commands/shelf.js";
import type { Page, Print } from "../../pipeline/publication.js";
import { spooledText } from "../../pipeline/spooled.js";

const page = (index: number): Page => ({
  index,
  folio: String(index + 1),
  side: index % 2 === 0 ? "right" : "left",
  blank: false,
  partId: "one",
});
const print = (text: string, pages: number, hasLead: boolean): Print => {
  return { file: spooledText(text), pages, hasLead };
};

test("the pages of a document in two runs are shown from the print that holds each, without the page that leads it", () => {
  const kept = shelf();
  const shown = kept.pagesOf({
    prints: [print("first", 3, false), print("second", 2, true)],
    geometry: { trimWidth: 400, trimHeight: 600, bleed: 20 },
    pages: [0, 1, 2, 3, 4].map(page),
    destinations: [],
    pictures: [],
    messages: [],
    browser: "",
  });
  expect(shown.map(({ index }) => index)).toEqual([0, 1, 2, 1, 2]);
  expect(shown.map(({ folio }) => folio)).toEqual(["1", "2", "3", "4", "5"]);
  expect(shown.map(({ pdf }) => String(kept.fileAt(pdf)?.read()))).toEqual([
    "first",
    "first",
    "first",
    "second",
    "second",
  ]);
});
