import type { Paragraph, Root, RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { bringIn } from "../../pipeline/import/bring-in.js";
import type { Imported, Importer, Original } from "../../pipeline/import/importer.js";
import { importers } from "../../pipeline/import/index.js";
import { recognise } from "../../pipeline/import/recognise.js";
import { messagesText } from "../support/messages.js";

const original = (name: string, content: string | Uint8Array): Original => ({
  name,
  kind: "file",
  files: [{ name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content }],
});
const paragraph = (value: string): RootContent => ({
  type: "paragraph",
  children: [{ type: "text", value }],
});
const tree = (...blocks: RootContent[]): Root => ({
  type: "root",
  children: [{ type: "heading", depth: 1, children: [{ type: "text", value: "T" }] }, ...blocks],
});

/** An importer that makes what a test says. */
const making = (made: Partial<Imported>): Importer => ({
  reads: "tests",
  byteLimit: 1000,
  recognise: () => "certain",
  read: async () => ({
    metadata: { title: "T", language: "en" },
    chapters: [{ name: "T", division: "body", tree: tree(paragraph("One two.")) }],
    images: [],
    findings: [],
    words: "T T One two.",
    ...made,
  }),
});
const told = async (importer: Importer, content = "x", tools = {}) => {
  const { remarks, files } = await bringIn(original("a.txt", content), importer, {
    spelling: async () => undefined,
    ...tools,
  });
  return { text: messagesText(remarks.map(({ message }) => message)), files };
};

describe("the account of words", () => {
  test("says nothing where it balances", async () => {
    expect((await told(making({}))).text).toBe("");
  });

  test("names words that did not arrive", async () => {
    expect((await told(making({ words: "T T One two three three." }))).text).toBe(
      " warning import-words-lost Words of the original that did not arrive: three (2 times)\n",
    );
  });

  test("names words that came from nowhere", async () => {
    expect((await told(making({ words: "T T One" }))).text).toBe(
      " warning import-words-added Words of the manuscript that the original does not have: two\n",
    );
  });

  test("takes what findings list as dropped and added", async () => {
    const findings = [
      { rule: "import-title-repeated", reason: "r", dropped: "tw o three", added: "two" },
    ] as const;
    expect((await told(making({ words: "T T One tw o three", findings }))).text).toBe(
      " info import-title-repeated r\n",
    );
  });

  test("counts a superscript number as its note's label, and a name that only the author sees as nothing", async () => {
    const notes = tree(
      {
        type: "paragraph",
        children: [
          { type: "text", value: "One" },
          { type: "footnoteReference", identifier: "12" },
          { type: "footnoteReference", identifier: "star-1" },
        ],
      },
      { type: "footnoteDefinition", identifier: "12", children: [paragraph("two") as Paragraph] },
      { type: "footnoteDefinition", identifier: "star-1", children: [paragraph("Two") as Paragraph] },
    );
    const chapters = [{ name: "T", division: "body", tree: notes } as const];
    expect((await told(making({ chapters, words: "T T One¹²* 12. two * two" }))).text).toBe("");
  });
});

describe("what is written", () => {
  test("is laid beside what it reads as", async () => {
    const chapters = [
      { name: "T", division: "body", tree: tree({ type: "html", value: "One two." }) } as const,
    ];
    const { text } = await told(making({ chapters }));
    expect(text).toContain("warning import-reads-back Markdown cannot say this as the original has it");
  });

  test("is nothing where a finding is an error", async () => {
    const findings = [{ rule: "import-unreadable", reason: "no", from: { file: "a.txt", line: 3 } }] as const;
    const { text, files } = await told(making({ findings }));
    expect([text, files]).toEqual(["a.txt:3:1 error import-unreadable no\n", []]);
  });

  test("is nothing where the original is larger than the importer takes", async () => {
    const { text, files } = await told(making({}), "x".repeat(1001));
    expect(text).toMatch(/^a\.txt error import-too-large /);
    expect(files).toEqual([]);
  });

  test("says how the language was found", async () => {
    const words =
      "The council sent two men with a ledger to every house below the mill, and they counted taps there.";
    const metadata = { title: "T" };
    const chapters = [{ name: "T", division: "body", tree: tree(paragraph(words)) } as const];
    const guessed = await told(making({ metadata, chapters, words: `T T ${words}` }));
    expect(guessed.text).toMatch(/^publication\.yaml:3:1 info import-language-guessed .*: en;/);
    const unknown = await told(making({ metadata, words: "T T One two." }));
    expect(unknown.text).toMatch(/^publication\.yaml:3:1 warning import-language-unknown /);
    const named = await told(making({ metadata }), "x", { language: "en-GB" });
    expect(named.text).toBe("");
  });
});

describe("recognition", () => {
  test("goes by the name of a text", () => {
    expect(recognise(original("a.TXT", "x"))).toBe("text");
    expect(recognise(original("a.xyz", "x"))).toBeUndefined();
  });
});

describe("text that is none", () => {
  const read = async (bytes: Uint8Array) => {
    const importer = importers.text as Importer;
    const { remarks, files } = await bringIn(original("a.txt", bytes), importer, {
      language: "en",
      spelling: async () => undefined,
    });
    return { text: messagesText(remarks.map(({ message }) => message)), files };
  };

  test("is refused where it is binary, whatever its name", async () => {
    const { text, files } = await read(new Uint8Array(5000).map((_, i) => i % 256));
    expect(text).toMatch(/^a\.txt error import-unreadable Unexpected binary content/);
    expect(files).toEqual([]);
  });

  test("is refused where it is empty, and where its lines are those of a listing", async () => {
    expect((await read(new Uint8Array())).text).toMatch(/import-unreadable Unexpected empty file/);
    const lines = new TextEncoder().encode("1. a\n".repeat(250_000));
    expect((await read(lines)).text).toMatch(/import-unreadable Unexpected 250001 lines/);
  });

  test("is read as Windows-1252 where it is not UTF-8, and says so", async () => {
    const { text, files } = await read(
      Uint8Array.from([...Buffer.from("T\n\nCaf\xe9 \x93x\x94.", "latin1")]),
    );
    expect(text).toMatch(/warning import-encoding-guessed Read as Windows-1252/);
    expect(new TextDecoder().decode(files.find(({ name }) => name === "t.md")?.bytes)).toContain("Café “x”.");
  });

  test("loses its control characters, and says so", async () => {
    const { text } = await read(new TextEncoder().encode(`T\n\nA bell\u0007. ${"word ".repeat(99)}`));
    expect(text).toMatch(/info import-characters-dropped Took out 1 control characters, the first U\+0007/);
  });
});
