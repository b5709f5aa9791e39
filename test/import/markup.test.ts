import { describe, expect, test } from "vitest";
import { markdown } from "../../pipeline/import/markdown-dialects.js";
import { broughtIn } from "../support/import.js";

const bring = (files: Readonly<Record<string, string>>) =>
  broughtIn(
    markdown,
    "book",
    Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    "folder",
  );
const page = "# One\n\nWords.\n";

/** The account of words must balance in every one of these. */
const balanced = /import-words|import-reads-back/;

describe("YAML that another tool wrote", () => {
  test.each([
    ["publication.yaml", "title: A\nsubtitle: [b\n", 3, 1],
    ["figures.yaml", "figure_list: [\n", 2, 1],
    ["two.md", "---\ntitle: A\nsubtitle: [b\n---\n\nText.\n", 3, 13],
  ])("ends the import at its line where %s is none", async (name, text, line, column) => {
    const { messages, texts } = await bring({ "one.md": page, [name]: text });
    expect(messages).toMatch(
      new RegExp(`^book/${name}:${line}:${column} error import-unreadable Unreadable YAML: flow sequence`),
    );
    expect(texts.size).toBe(0);
  });

  test("ends the import where it has aliases", async () => {
    const { messages } = await bring({ "one.md": page, "publication.yaml": "title: &a A\nsubtitle: *a\n" });
    expect(messages).toBe("book/publication.yaml error import-unreadable Unexpected alias in YAML\n");
  });

  test("may name a person by a word, or leave one out", async () => {
    const { text, messages } = await bring({
      "one.md": page,
      "publication.yaml":
        "title: A\ncontributor:\n  -\n  - Jane Doe\n  - first_name: Ana\n    last_name: Oak\n",
    });
    expect(text("publication.yaml")).toContain("author:\n  - Jane Doe\n  - Ana Oak\n");
    expect(messages).not.toMatch(balanced);
  });

  test("may call a page by a number", async () => {
    const { texts, messages } = await bring({
      "a.md": "---\ntitle: 1984\n---\n\nWords.\n",
      "b.md": page,
    });
    expect(texts.get("1984.md")).toBe("# 1984\n\nWords.\n");
    expect(messages).not.toMatch(balanced);
  });
});

describe("the contents of an mdBook", () => {
  test("name files in any way that Markdown knows; what they name in vain is told, and the titles of parts", async () => {
    const { text, messages } = await bring({
      "SUMMARY.md":
        "# Summary\n\n[One](one.md)\n\n# The river\n\n- [Two](<two words.md>)\n- [Three](three%20words.md#top)\n- [Gone](gone.md)\n- [Later]()\n",
      "one.md": page,
      "two words.md": "# Two\n\nWords.\n",
      "three words.md": "# Three\n\nWords.\n",
    });
    expect(text("publication.yaml")).toContain("body:\n  - one.md\n  - two.md\n  - three.md\n");
    expect(messages).toContain("A chapter that the contents name is not there: Gone, gone.md\n");
    expect(messages).toContain("Left out a chapter that is not written yet: Later\n");
    expect(messages).toContain(
      "Left out the title of a part, which `part:` says in publication.yaml: The river\n",
    );
    expect(messages).not.toMatch(/import-file-unused|import-words/);
  });
});

describe("a picture", () => {
  test("that is named by label keeps its words; its title is told", async () => {
    const { text, messages } = await bring({
      "one.md": '# One\n\nSee ![a gate][g].\n\n[g]: g.png "By hand"\n',
    });
    expect(text("one.md")).toBe("# One\n\nSee ![a gate](images/missing-1.svg).\n");
    expect(messages).toContain(
      "one.md:3:5 info import-attributes-dropped Left out the title of a picture, which nobody would read: By hand\n",
    );
    expect(messages).not.toMatch(balanced);
  });
});

describe("what Pandoc and Quarto write within a line", () => {
  test("is what quoin has for it: lowered and raised letters, words with attributes", async () => {
    const { text, messages } = await bring({
      "one.md":
        "# One\n\nH~2~O and x^2^, ~~struck~~ and ~two words~; [Smith]{.smallcaps} [a *b*[^n] c]{lang=he}.\n\n[^n]: Noted.\n",
    });
    expect(text("one.md")).toBe(
      "# One\n\nH<sub>2</sub>O and x<sup>2</sup>, ~~struck~~ and ~~two words~~; [Smith]{.small-caps} [a *b*[^n] c]{lang=he}.\n\n[^n]: Noted.\n",
    );
    expect(messages).not.toMatch(balanced);
    expect(messages).not.toContain("import-markup-foreign");
  });

  test("is told where quoin has nothing for it, at its place", async () => {
    const { messages } = await bring({ "one.md": "# One\n\nA [word]{.mark} and `[x]{.y}`.\n" });
    expect(messages.match(/There is nothing here for words with these attributes.*\{\.mark\}/g)).toHaveLength(
      1,
    );
    expect(messages).not.toMatch(balanced);
  });
});

test("code that another tool runs, and markup for one format, are told; plain code is not", async () => {
  const { messages } = await bring({
    "one.md":
      "# One\n\n```{r}\nplot(1)\n```\n\n```{=latex}\n\\clearpage\n```\n\n```python\nx\n```\n\n``` {.python}\nx\n```\n",
  });
  expect(messages.match(/warning import-markup-foreign|import-markup-foreign/g)).toHaveLength(2);
  expect(messages).toContain("Code that another tool runs is left as a block of code, which is printed: {r}");
  expect(messages).toContain(
    "Markup for one format alone is left as a block of code, which is printed: {=latex}",
  );
  expect(messages).not.toMatch(balanced);
});

test.each([
  ["an attribute", '::: {.callout-note title="Take care"}\nWords.\n:::\n', "Take care"],
  ["a heading", "::: {.callout-tip}\n## Take *care*\n\nWords.\n:::\n", "Take *care*"],
])("the title of a callout that is %s is the directive's", async (_, div, title) => {
  const { text, messages } = await bring({ "one.md": `# One\n\n${div}` });
  expect(text("one.md")).toBe(`# One\n\n:::callout[${title}]\nWords.\n:::\n`);
  expect(messages).not.toMatch(balanced);
});
