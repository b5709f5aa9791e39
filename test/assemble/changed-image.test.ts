import { expect, test } from "vitest";
import { examine } from "../../pipeline/examine.js";
import { problem } from "../../pipeline/problem.js";
import { bareTheme, memoryManuscript } from "../support/memory-manuscript.js";

test("an image that has changed since it was loaded is told once, and not measured", async () => {
  const changed = problem("image-invalid", "Unexpected change of a.png", { file: "a.png" });
  const file = {
    path: "a.png",
    get bytes(): Uint8Array {
      throw changed;
    },
  };
  const manuscript = {
    ...memoryManuscript({ "one.md": "# One\n\n![A.](a.png)\n\n![A again.](a.png)" }),
    images: new Map([["a.png", file]]),
  };
  const { publication, messages } = await examine(manuscript, bareTheme);
  expect(messages.filter(({ ruleId }) => ruleId === "image-invalid")).toEqual([changed]);
  expect(publication.images.size).toBe(0);
});
