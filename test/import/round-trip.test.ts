import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { epub } from "../../pipeline/import/epub.js";
import { broughtIn } from "../support/import.js";
import { ownBook } from "../support/own-book.js";
import { root } from "../support/run-cli.js";

/** What an author wrote of a kind, in all sources of manuscript/. */
function written(pattern: RegExp): number {
  const folder = join(root, "manuscript");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return sources.flatMap((name) => readFileSync(join(folder, name), "utf8").match(pattern) ?? []).length;
}

describe("the project's own book, brought in again", () => {
  test("has every word, note and figure", async () => {
    const bytes = await (await ownBook()).artifact("epub");
    const { texts, messages } = await broughtIn(epub, "book.epub", [{ name: "book.epub", bytes }]);
    const all = [...texts]
      .filter(([name]) => name.endsWith(".md") && name !== "import-report.md")
      .map(([, text]) => text)
      .join("\n");
    expect(messages).not.toMatch(/ error |import-words|import-reads-back/);
    expect(all.match(/^\[\^\d+\]:/gm)?.length).toBe(written(/^\[\^[^\]]+\]:/gm));
    expect(all.match(/^:{3,}figure/gm)?.length).toBe(written(/^:{3,}figure/gm));
  });
});
