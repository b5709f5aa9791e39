import { expect, test } from "vitest";
import { readMetadata } from "../../pipeline/metadata.js";
import { messagesText } from "../support/messages.js";

const told = (yaml: string) =>
  messagesText(
    readMetadata(new TextEncoder().encode(yaml), "publication.yaml", {
      lastChange: () => undefined,
    }).messages.filter(({ fatal }) => fatal === true),
  ).replaceAll("publication.yaml:", "");

const rest = "\nlanguage: en\nbody: [one.md]\n";

test.each([
  [
    "a colon in a value",
    `title: Small: Reports${rest}`,
    "1:8",
    'expected straight quotes around it: "Small: Reports"',
  ],
  ["curly quotes", `title: “Small: Reports”${rest}`, "1:8", '"“Small: Reports”"'],
  ["words behind quotes", `title: "Small" reports${rest}`, "1:8", `'"Small" reports'`],
  ["an apostrophe in single quotes", `title: 'The house's report'${rest}`, "1:8", `"The house's report"`],
  ["a sign of YAML's", `title: @home${rest}`, "1:8", '"@home"'],
  ["a quotation mark without an end", `title: "Small${rest}`, "1:8", "has no end"],
  ["no space behind the colon", `title:Small${rest}`, "1:1", "expected `key: value`"],
  ["a tab", `title: T\ncover:\n\timage: a.svg${rest}`, "3:1", "indented by a tab"],
  ["a line too deep", `title: T\ncover:\n  image: a.svg\n    alt: A${rest}`, "3:10", "deeper than `image`"],
  ["a key twice", `title: T\ntitle: U${rest}`, "2:1", "`title` stands here a second time"],
  ["a number behind #", `title: Paper # 3${rest}`, "1:8", '"Paper # 3"'],
])("%s is told in words of publication.yaml", (_, yaml, place, hint) => {
  const lines = told(yaml);
  expect(lines).toMatch(new RegExp(`^${place} error yaml-invalid `));
  expect(lines).toContain(hint);
});

test("a comment behind a value is one", () => {
  expect(told(`title: Paper # the third\nprice: 3 #4a${rest}`)).toBe("");
});

test.each([
  ["date: 15 January 2026", "`2026-01-15`"],
  ["date: January 3rd, 2026", "`2026-01-03`"],
  ["date: March 2026", "`2026-03`"],
  ["date: 15.1.2026", "`2026-01-15`"],
  ["date: 01/15/2026", "`2026-01-15`"],
  ["date: 2026-1-5", "`2026-01-05`"],
  ["press: offset-eu", "`{profile: offset-eu}`"],
  ["notes: footnotes", "`{placement: footnotes}`"],
  ["front: one.md, two.md", "`[one.md, two.md]`"],
  ["front:\n -one.md\n -two.md", "`[one.md, two.md]`"],
  ["license: CC BY-SA 4.0", "`https://creativecommons.org/licenses/by-sa/4.0/`"],
])("%s is answered with what was meant", (line, meant) => {
  expect(told(`title: T\n${line}${rest}`)).toContain(`Did you mean ${meant}?`);
});

test("a date that could be two days is left to its author", () => {
  expect(told(`title: T\ndate: 04/02/2018${rest}`)).not.toContain("Did you mean");
});

test.each([
  ["English", "en"],
  ["Français", "fr"],
  ["en_GB", "en-GB"],
  ["gb", "en-GB"],
  ["jp", "ja-JP"],
])("the language %s is answered with %s", (written, tag) => {
  expect(told(`title: T\nlanguage: ${written}\nbody: [one.md]\n`)).toContain(`Did you mean \`${tag}\`?`);
});

test("no language is made of nothing", () => {
  expect(told("title: T\nlanguage: xx\nbody: [one.md]\n")).not.toContain("Did you mean");
});
