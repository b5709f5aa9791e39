import { readFileSync } from "node:fs";
import type { ElementContent, Parents as HastParents, Root } from "hast";
import type { Image, Literal, Parents } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import type { Chapter } from "../../pipeline/publication.js";
import { wordsIn } from "../../pipeline/read/collate/letters.js";
import { sourceLost } from "../../pipeline/read/collate/source-lost.js";
import { frontMatter } from "../../pipeline/read/front-matter.js";
import { convert, parse } from "../../pipeline/read/processor.js";
import { read } from "../../pipeline/read/read.js";

const rich = readFileSync(new URL("../fixtures/collate/rich.md", import.meta.url), "utf8");

/** Read a source without what its rules say: what was lost is then for the proof alone to tell. */
async function readAll(text: string) {
  const file = new VFile({ path: "a.md", value: text });
  const tree = parse(file);
  const matter = frontMatter(tree, file, {});
  await convert(tree, file, "en");
  const source = { path: "a.md", division: "body", bytes: new TextEncoder().encode(text) } as const;
  const { chapter, messages } = await read(source, "a", "en");
  const prove = (chapter: Chapter) => {
    const proof = new VFile({ path: "a.md", value: text });
    sourceLost(tree, proof, matter, chapter);
    return proof.messages;
  };
  return { chapter, messages, prove };
}

async function lostIn(text: string): Promise<string[]> {
  const { chapter, prove } = await readAll(text);
  return prove(chapter).map(({ line, column, reason }) => `${line}:${column} ${/`(.*)`/s.exec(reason)?.[1]}`);
}

/** The words of a tree's node, as a reader gets them. */
function wordsOf(node: ElementContent): string {
  let words = "";
  visit(node, (found) => {
    if (found.type === "text") words += ` ${found.value}`;
    if (found.type !== "element") return;
    words += ` ${found.properties.alt ?? ""} ${found.properties.title ?? ""}`;
  });
  return wordsIn(words).length > 0 ? words : "";
}

describe("source-lost", () => {
  test("a rich source is whole", async () => {
    const { chapter, prove, messages } = await readAll(rich);
    expect(messages.map(String)).toEqual([]);
    expect(prove(chapter)).toEqual([]);
  });

  test("whatever is taken out of its chapter is missed, near where it stood", async () => {
    const { chapter, prove } = await readAll(rich);
    const places: { parent: HastParents; index: number; node: ElementContent }[] = [];
    for (const children of [chapter.title, chapter.content, ...chapter.notes.map(({ children }) => children)])
      visit(
        { type: "root", children: children as ElementContent[] } satisfies Root as Root,
        (node, index, parent) => {
          if (!parent || index === undefined || node.type === "root") return undefined;
          if (wordsOf(node as ElementContent)) places.push({ parent, index, node: node as ElementContent });
          // A formula is its TeX: what is in its markup is proved by nobody here.
          return node.type === "element" && node.tagName === "math" ? SKIP : undefined;
        },
      );
    expect(places.length).toBeGreaterThan(120);
    const unseen: string[] = [];
    for (const { parent, index, node } of places) {
      const children = [...parent.children];
      parent.children.splice(index, 1);
      const messages = prove(chapter);
      parent.children.splice(0, parent.children.length, ...(children as ElementContent[]));
      const { start, end } = node.position ?? {};
      // A directive's attributes stand on the line before its blocks.
      const line = messages[0]?.line ?? 0;
      if (line === 0 || (start && end && (line < start.line - 1 || line > end.line)))
        unseen.push(`${line} ${start?.line}-${end?.line} ${wordsOf(node)}`);
    }
    expect(unseen).toEqual([]);
    expect(prove(chapter)).toEqual([]);
  });

  test("whatever a plugin takes out of the Markdown is missed", async () => {
    const text =
      "# Title\n\nWords, *more* and `code`, \\$5.\n\n> - one\n> - two\n\n| a | b |\n| - | - |\n| c | d |\n\n    block\n\n![alt](a.svg)\n";
    const missed: (string | undefined)[] = [];
    for (let target = 0; ; target++) {
      const file = new VFile({ path: "a.md", value: text });
      const tree = parse(file);
      const leaves: { node: Literal | Image; parent: Parents; index: number }[] = [];
      visit(tree, (node, index, parent) => {
        if (parent && ("value" in node || node.type === "image"))
          leaves.push({ node, parent, index: index ?? 0 });
      });
      const leaf = leaves[target];
      if (!leaf) break;
      leaf.parent.children.splice(leaf.index, 1);
      const { children } = await convert(tree, file, "en");
      const { chapter } = await readAll("# Nothing\n");
      file.messages.length = 0;
      sourceLost(tree, file, {}, { ...chapter, title: [], content: children as ElementContent[] });
      expect(file.messages.map(({ ruleId }) => ruleId)).toContain("source-lost");
      missed.push(file.messages.map(({ reason }) => /`(.*)`/.exec(reason)?.[1]).join());
    }
    expect(missed).toEqual([
      "Title",
      "Words",
      "more",
      "and",
      "code",
      "5",
      "one",
      "two",
      "a",
      "b",
      "c",
      "d",
      "block",
      "alt](a.svg",
    ]);
  });

  test("what Markdown drops is missed where no rule names it", async () => {
    expect(await lostIn("# T\n\n| a | b |\n| - | - |\n| c | d | surplus cell | and more |\n")).toEqual([
      "5:11 surplus cell | and more",
    ]);
    expect(await lostIn("# T\n\nText.\n\n[unused]: https://example.org/a 'why'\n")).toEqual([
      "5:2 unused]: https://example.org/a 'why",
    ]);
    expect(await lostIn("# T\n\nA.[^a]\n\n[^a]: One.\n\n[^a]: Second note.\n")).toEqual(["7:7 Second note"]);
    expect(await lostIn("---\ntitle: Beside\n---\n\n# T\n")).toEqual(["2:8 Beside"]);
    expect(
      await lostIn('# T\n\nA <script>steal()</script> b, <b title="said" onclick="x()">c</b>.\n'),
    ).toEqual(["3:11 steal"]);
  });

  test("what is dropped on purpose, or named by another rule, is not told again", async () => {
    const text =
      "# T\n\nText <!-- a remark --> [x].\n\n[//]: # (another)\n\n[unused]: https://example.org\n\nA <svg>\n<text>drawn</text></svg> b.\n";
    const source = { path: "a.md", division: "body", bytes: new TextEncoder().encode(text) } as const;
    const { messages } = await read(source, "a", "en");
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["definition-unused", "link-empty", "html-dropped"]);
  });

  test("words that a rule has named are not looked for where they stand as well", async () => {
    const text =
      "# T\n\n[![foo][npm]][npm-url] words, npm.\n\n[npm]: https://a.example/npm/v.svg\n[npm-url]: https://b.example/npm\n[unused]: https://a.example/npm\n";
    const { messages } = await read(
      { path: "one.md", division: "body", bytes: Buffer.from(text) },
      "one",
      "en",
    );
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["definition-unused"]);
  });

  test("an address that leads nowhere any more is missed", async () => {
    const { chapter, prove } = await readAll(
      "# T\n\nSee [words](https://example.org/ä) and ![a](images/a.svg).\n",
    );
    const copy = structuredClone(chapter);
    visit({ type: "root", children: copy.content as ElementContent[] }, "element", (node) => {
      node.properties = { alt: node.properties.alt };
    });
    expect(prove(copy).map(({ reason }) => reason)).toEqual([
      expect.stringContaining("https://example.org/%C3%A4"),
      expect.stringContaining("images/a.svg"),
    ]);
  });
});
