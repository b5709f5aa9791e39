import { describe, expect, test } from "vitest";
import { examine } from "../../pipeline/examine.js";
import { largestPiece } from "../../pipeline/write/largest-piece.js";
import { bareTheme, memoryManuscript } from "../support/memory-manuscript.js";

const words = (count: number) => "word ".repeat(count);
const many = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join("\n");

async function largestIn(markdown: string) {
  const { publication } = await examine(memoryManuscript({ "one.md": `# One\n\n${markdown}\n` }), bareTheme);
  return largestPiece(publication);
}

describe("the largest piece of a publication", () => {
  test.each([
    ["a table of 251 rows", `| a |\n| - |\n${many(250, () => `| ${words(10)} |`)}`],
    ["a list of 250 items", many(250, () => `- ${words(10)}`)],
    ["a list of 250 items", many(250, (i) => `${i + 1}. ${words(10)}`)],
    ["code of 250 lines", `\`\`\`\n${many(250, () => words(10))}\n\`\`\``],
    ["a paragraph of 2500 words", words(2500)],
  ])("is %s, at its line", async (what, markdown) => {
    expect(await largestIn(`${words(100)}\n\n${markdown}\n\nEnd.`)).toEqual({
      what,
      place: { file: "one.md", line: 5, column: 1 },
    });
  });

  test("is the one with most in it, empty cells too", async () => {
    const row = (cell: string) => `|${` ${cell} |`.repeat(100)}`;
    const table = `${row("a")}\n${row("-")}\n${many(39, () => row(" "))}`;
    expect((await largestIn(`${words(3000)}\n\n${table}`))?.what).toBe("a table of 40 rows");
    expect((await largestIn(`${words(5000)}\n\n${table}`))?.what).toBe("a paragraph of 5000 words");
  });

  test("is none where every piece is what books have", async () => {
    expect(await largestIn(many(5, () => `${words(1000)}\n`))).toBeUndefined();
  });
});
