import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { loadImages } from "../../pipeline/edges/load-images.js";
import { temporaryFolder } from "../support/temporary-folder.js";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Bytes of buffers that are held when all that nobody holds is gone. */
async function held(): Promise<number> {
  // What was looked at in a turn of the loop is held until its end.
  await setImmediate();
  collect();
  return process.memoryUsage().arrayBuffers;
}

async function imagesOf(folder: string) {
  const { images } = await loadImages(folder, "publication.yaml");
  return (path: string): Uint8Array => {
    const image = images.get(path);
    if (!image || "problem" in image) throw new Error(`${path} was not read`);
    return image.bytes;
  };
}

const million = 1_000_000;
const photograph = (number: number) => Buffer.alloc(2 * million, number).toString("latin1");

describe("images", () => {
  test("do not stay in memory, and are the same whenever they are asked for", async () => {
    const files = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`${n}.jpg`, photograph(n)]));
    const folder = temporaryFolder(files);
    const before = await held();
    const bytesOf = await imagesOf(folder);
    expect(bytesOf("3.jpg")).toHaveLength(2 * million);
    // Another thread gives their memory back, in its own time.
    const more = expect.poll(async () => (await held()) - before, { timeout: 20_000 });
    await more.toBeLessThan(million);
    expect(bytesOf("3.jpg").every((byte) => byte === 3)).toBe(true);
    await more.toBeLessThan(million);
  });

  test("do not gather in memory while a piece of work goes through them all", async () => {
    const names = Array.from({ length: 40 }, (_, n) => `${n}.jpg`);
    const before = await held();
    const bytesOf = await imagesOf(temporaryFolder(Object.fromEntries(names.map((n) => [n, photograph(1)]))));
    await expect.poll(async () => (await held()) - before, { timeout: 20_000 }).toBeLessThan(million);
    let most = 0;
    for (const name of names) {
      expect(bytesOf(name)).toHaveLength(2 * million);
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    // All of them would be 80 million.
    expect(most).toBeLessThan(40 * million);
  });

  test.each([
    ["another picture", (path: string) => writeFileSync(path, "b")],
    [
      "another picture of the same length",
      (path: string) => {
        writeFileSync(path, photograph(2));
        utimesSync(path, 1, 1);
      },
    ],
    ["nothing", (path: string) => rmSync(path)],
  ])("where %s has come in their place meanwhile, say so", async (_, change) => {
    const folder = temporaryFolder({ "a.jpg": photograph(1) });
    const bytesOf = await imagesOf(folder);
    change(join(folder, "a.jpg"));
    const said = async () => {
      await held();
      try {
        return `${bytesOf("a.jpg").length} bytes`;
      } catch (error) {
        return String(error);
      }
    };
    await expect
      .poll(said, { timeout: 20_000 })
      .toContain("Unexpected change of a.jpg while it was worked with; build again");
  });
});
