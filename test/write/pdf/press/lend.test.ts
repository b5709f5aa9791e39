import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { keepFilesIn, lend, loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import { temporaryFolder } from "../../../support/temporary-folder.js";

test("what is handed to libvips as a file lies in the folder that was named, not at the root of the disk", async () => {
  const folder = temporaryFolder();
  keepFilesIn(() => folder);
  const path = lend(await loadVips(), "profile-for-a-test.icc", new Uint8Array([1, 2, 3]));
  expect([dirname(path), [...readFileSync(path)]]).toEqual([folder, [1, 2, 3]]);
  expect(existsSync("/profile-for-a-test.icc")).toBe(false);
});
