import { describe, expect, test } from "vitest";
import { openPdf, pagesOf } from "../support/pdf.js";
import { room } from "../write/pdf/press/sample.js";

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(" ");

describe("words for the back", () => {
  const covered = (description: string) =>
    room.press({
      markdown: "# One\n\nA word.",
      profile: "offset-eu",
      changes: { isbn: "9780306406157", description },
    });

  test("are made smaller where they are many", async () => {
    const { cover, messages } = await covered(words(260));
    expect(messages.map(String)).toEqual([]);
    const [page] = await pagesOf(await openPdf(cover?.file.read() ?? new Uint8Array()));
    expect(page?.text).toContain("word259");
  });

  test("are refused where they are too many", async () => {
    const { cover, messages } = await covered(words(1200));
    expect(cover).toBeUndefined();
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
      ["cover-crowded", "publication.yaml"],
    ]);
  });
});
