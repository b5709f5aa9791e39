import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { keepFileIn } from "../../../../pipeline/edges/scratch-folder.js";
import { keepFilesBy, lend } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import { temporaryFolder } from "../../../support/temporary-folder.js";

test("what is handed to libvips as a file lies in the folder that was named, not at the root of the disk", () => {
  const folder = temporaryFolder();
  keepFilesBy((name, bytes) => keepFileIn(folder, name, bytes));
  const path = lend("profile-for-a-test.icc", new Uint8Array([1, 2, 3]));
  expect([dirname(path), [...readFileSync(path)]]).toEqual([folder, [1, 2, 3]]);
  expect(existsSync("/profile-for-a-test.icc")).toBe(false);
});
