import { readdirSync } from "node:fs";
import * as fs from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { withLock } from "../../pipeline/edges/lock.js";
import { temporaryFolder } from "../support/temporary-folder.js";

// No file system of a machine that tests run on refuses a second name for a file, as FAT does.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof fs>();
  return { ...real, link: vi.fn(real.link) };
});
afterEach(() => void vi.mocked(fs.link).mockReset());

const refusal = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

test.each(["EPERM", "ENOTSUP", "EISDIR"])(
  "a lock holds where a file can have no second name (%s)",
  async (code) => {
    vi.mocked(fs.link).mockImplementation(refusal(code));
    const folder = temporaryFolder();
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    };
    await Promise.all(Array.from({ length: 5 }, () => withLock(join(folder, ".quoin-lock"), work)));
    expect([most, readdirSync(folder)]).toEqual([1, []]);
  },
);
