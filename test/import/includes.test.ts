import { describe, expect, test } from "vitest";
import { markdown } from "../../pipeline/import/markdown-dialects.js";
import { chooseLines } from "../../pipeline/import/markup/choose-lines.js";
import { broughtIn } from "../support/import.js";

const file = "one\n// ANCHOR: a\ntwo\n// ANCHOR: b\nthree\n// ANCHOR_END: b\n// ANCHOR_END: a\nfour";

describe("the lines of an include", () => {
  test.each([
    [undefined, "one\ntwo\nthree\nfour"],
    ["3", "two"],
    ["1:3", "one\n// ANCHOR: a\ntwo"],
    ["8:", "four"],
    [":1", "one"],
    ["a", "two\nthree"],
    ["b", "three"],
    ["90:99", ""],
  ])("%s", (selection, text) => {
    expect(chooseLines(file, selection)?.text).toBe(text);
  });

  test("of an anchor that is not there are none", () => {
    expect(chooseLines(file, "c")).toBeUndefined();
    expect(chooseLines(file, "(a+)+$")).toBeUndefined();
  });
});

const bring = (files: Readonly<Record<string, string>>) =>
  broughtIn(
    markdown,
    "book",
    Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    "folder",
  );

describe("includes", () => {
  test("of pages that include one another come to an end", async () => {
    const { texts, messages } = await bring({
      "SUMMARY.md": "- [A](a.md)\n",
      "a.md": "# A\n\nWords.\n\n{{#include b.md}}\n",
      "b.md": "More.\n\n{{#include a.md}}\n",
    });
    const chapters = [...texts].filter(([name]) => name.endsWith(".md") && name !== "import-report.md");
    expect(chapters.flatMap(([, text]) => text.match(/More\./g) ?? [])).toHaveLength(5);
    expect(messages).not.toMatch(/import-words|error/);
  });

  test("that would be more than a book end in one message", async () => {
    const { messages, texts } = await bring({
      "SUMMARY.md": "- [A](a.md)\n",
      "a.md": `# A\n\n${"```\n{{#include big.txt}}\n```\n\n".repeat(9)}`,
      "big.txt": "word ".repeat(70_000),
    });
    expect(messages).toMatch(/^book error import-unreadable .*Unexpected includes, expected at most 1500/);
    expect(texts.size).toBe(0);
  });
});
