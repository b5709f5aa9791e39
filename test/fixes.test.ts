import { expect, test } from "vitest";
import { applyFixes, changesOf, fixesOf } from "../pipeline/fixes.js";
import { examineInMemory } from "./support/memory-manuscript.js";

const note =
  "\r\n\r\n[^a]: See example.org/a/b_c, doi:10.1000/182 and `https://example.org/d`.\r\n    Then  see <https://doi.org/doi:10.1000/1>.\r\n";
const text = `# One\r\n\r\n> Quoted  words,[^a]\r\n>   and  more \\*  of &amp;  them.${note}`;

/** Fix a source until no fix is left; the number of rounds is the length of the list. */
async function rounds(source: string): Promise<string[]> {
  const fixes = fixesOf((await examineInMemory({ "one.md": source })).messages).get("one.md");
  if (!fixes) return [];
  const after = applyFixes(source, fixes);
  return [after, ...(await rounds(after))];
}

test("fixes change what they name and nothing else, in lists, quotations and notes", async () => {
  const [once = "", ...more] = await rounds(text);
  expect(once).toBe(
    "# One\r\n\r\n> Quoted words,[^a]\r\n>   and more \\* of &amp; them.\r\n\r\n" +
      "[^a]: See [example.org/a/b_c](https://example.org/a/b_c), [doi:10.1000/182](https://doi.org/10.1000/182) and <https://example.org/d>.\r\n" +
      "    Then see <https://doi.org/10.1000/1>.\r\n",
  );
  // One round is enough, and what it left is clean.
  expect(more).toEqual([]);
  expect((await examineInMemory({ "one.md": once })).messages.map(({ ruleId }) => ruleId)).toEqual([]);
});

test("a change is shown with a little of its line", async () => {
  const source = `# One\n\n${"word ".repeat(20)} more ${"word ".repeat(20)}\n`;
  const fixes = fixesOf((await examineInMemory({ "one.md": source })).messages).get("one.md") ?? [];
  expect(changesOf(source, fixes)).toEqual([
    {
      line: 3,
      column: 100,
      before: "… word word word word word word word word  more word word word word word word word …",
      after: "… word word word word word word word word more word word word word word word word …",
    },
  ]);
});

test("a rule that is switched off fixes nothing, and of two that touch the first is done", async () => {
  const { messages } = await examineInMemory(
    { "one.md": text },
    { rules: { "space-doubled": "off", "url-unlinked": "off" } },
  );
  expect([...(fixesOf(messages).get("one.md") ?? [])].map(({ instead }) => instead)).toEqual([
    "https://doi.org/10.1000/1",
  ]);
  const [message] = messages;
  expect(fixesOf(message ? [message, message] : []).get("one.md")).toHaveLength(1);
});
