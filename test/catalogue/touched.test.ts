import { expect, test } from "vitest";
import { touchedBy } from "../../pipeline/catalogue/touched.js";

const titles = [
  { folder: "books/atlas", theme: "report" },
  { folder: "books/atlas/annex", theme: "house" },
  { folder: "books/atlas-2", theme: "../../themes/wide" },
  { folder: "reports/one", theme: "house" },
  { folder: "broken" },
];

test.each([
  ["the text of one", ["books/atlas/one.md"], ["books/atlas"]],
  ["an image of one", ["books/atlas-2/images/deep/a.svg"], ["books/atlas-2"]],
  ["a title within another", ["books/atlas/annex/publication.yaml"], ["books/atlas/annex"]],
  ["a theme beside some", ["reports/templates/house/print.css"], ["reports/one"]],
  [
    "a theme that was removed",
    ["books/atlas/templates/house/theme.yaml"],
    ["books/atlas", "books/atlas/annex"],
  ],
  ["a theme that is named by its path", ["themes/wide/print.css"], ["books/atlas-2"]],
  ["a theme that nobody names", ["templates/house/print.css", "themes/narrow/print.css"], []],
  ["the packages of all", ["package-lock.json"], titles.map(({ folder }) => folder)],
  ["the packages of some", ["books/package.json"], ["books/atlas", "books/atlas/annex", "books/atlas-2"]],
  ["a title that cannot be read", ["broken/publication.yaml"], ["broken"]],
  ["what is above the catalogue", ["../package.json", "../README.md"], titles.map(({ folder }) => folder)],
  ["nothing of a title", ["README.md", "books/README.md", "docs/package.json"], []],
])("%s touches what depends on it, and nothing else", (_, changed, expected) => {
  expect(touchedBy(titles, changed).map(({ folder }) => folder)).toEqual(expected);
});

test("a publication that is the whole catalogue is touched by all in it, and not by what lies outside", () => {
  const alone = [{ folder: ".", theme: "report" }];
  expect(touchedBy(alone, ["one.md"])).toEqual(alone);
  expect(touchedBy(alone, ["../elsewhere/one.md"])).toEqual([]);
  expect(touchedBy(alone, ["../templates/report/print.css"])).toEqual(alone);
});
