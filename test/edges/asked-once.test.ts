import { join } from "node:path";
import { expect, test } from "vitest";
import { askedOnce } from "../../pipeline/edges/asked-once.js";
import { disk } from "../../pipeline/edges/disk.js";
import { loadTheme } from "../../pipeline/edges/load-theme.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("each question about a path is asked once, and answered to all who ask", async () => {
  const folder = temporaryFolder({ "a.md": "" });
  const asked: string[] = [];
  const counting = askedOnce({
    ...disk,
    kind: (path) => {
      asked.push(path);
      return disk.kind(path);
    },
  });
  const [there, missing] = [join(folder, "a.md"), join(folder, "b.md")];
  const answers = await Promise.all([there, missing, there, missing].map((path) => counting.kind(path)));
  expect(answers).toEqual(["file", undefined, "file", undefined]);
  expect(await counting.kind(folder)).toBe("folder");
  expect(asked).toEqual([there, missing, folder]);
  await loadTheme("report", folder, { file: "publication.yaml", line: 1, column: 1 }, counting);
  expect(asked.length).toBe(new Set(asked).size);
});
