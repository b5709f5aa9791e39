import { describe, expect, test } from "vitest";
import { shapes } from "../../bench/book/shapes.js";
import { volume } from "../../bench/book/volume.js";
import type { Files } from "../../bench/write-files.js";
import { examineInMemory } from "../support/memory-manuscript.js";

/** Examine the files of a generated publication; hand out its parts and the words of all messages. */
async function examined(files: Files) {
  const { publication, messages } = await examineInMemory(
    Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) => (path.endsWith(".md") ? [[path, `${text}`]] : [])),
    ),
    {},
    Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith("images/"))),
  );
  return { publication, messages: messages.map(String) };
}

describe("what the bench builds", () => {
  test("a volume is the same for the same seed, and another for another", () => {
    expect(volume(2)).toEqual(volume(2));
    expect(volume(2)).not.toEqual(volume(2, 7));
  });

  test("a chapter has the measures of a collected volume, and nothing to complain of", async () => {
    const files = volume(2);
    const chapter = files["chapter-02.md"] ?? "";
    expect(chapter.split(/\s+/).length).toBeGreaterThan(6000);
    expect(chapter.match(/^\[\^\d+\]: /gm)).toHaveLength(37);
    expect(chapter).toMatch(/see \[\]\(#note-\d+\)/);
    const { publication, messages } = await examined(files);
    expect(messages).toEqual([]);
    expect(publication?.exhibits.map(({ label }) => label)).toEqual([
      "Figure 1",
      "Table 1",
      "Figure 2",
      "Table 2",
    ]);
  });

  /** How one of them looks in the Markdown. */
  const one: Readonly<Record<string, RegExp>> = {
    "notes in one chapter": /^\[\^\d+\]: /gm,
    "rows of a table": /^\| \d+ \|/gm,
    "words in one paragraph": /[^\s#]+/g,
    figures: /^:::figure/gm,
    photographs: /^:::figure/gm,
    "cross-references": /\[\]\(#part-/g,
  };

  test.each(shapes)(
    "a publication has as many $name as were asked for, and nothing to complain of",
    async (shape) => {
      const files = await shape.files(40);
      const count = `${files["trial.md"]}`.match(one[shape.name] ?? /$^/)?.length ?? 0;
      expect(count).toBeGreaterThanOrEqual(40);
      expect(count).toBeLessThan(90);
      expect((await examined(files)).messages).toEqual([]);
    },
  );
});
