import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keepFileIn } from "../../../../pipeline/edges/scratch-folder.js";
import type { Cache, Kept } from "../../../../pipeline/publication.js";
import { spooled, spoolInMemory } from "../../../../pipeline/spooled.js";
import { openCondition } from "../../../../pipeline/write/pdf/press/colour/convert-colours.js";
import { keepFilesBy, loadVips } from "../../../../pipeline/write/pdf/press/colour/vips.js";
import { nameTarget, recallImages } from "../../../../pipeline/write/pdf/press/images/recall-images.js";
import { temporaryFolder } from "../../../support/temporary-folder.js";

const encoded = { kind: "jpeg", bytes: Uint8Array.from([1, 2, 3]), width: 3, height: 1 } as const;

/** A cache in memory; what is kept goes through JSON, as on a disk. */
function memoryCache(): Cache & { readonly keys: () => string[] } {
  const all = new Map<string, string>();
  return {
    keys: () => [...all.keys()],
    get: async (key) => {
      const text = all.get(key);
      if (text === undefined) return undefined;
      const { facts, files } = JSON.parse(text) as { facts: unknown; files: number[][] };
      return { facts, files: files.map((bytes) => spooled(Uint8Array.from(bytes))) } satisfies Kept;
    },
    put: async (key, { facts, files }) => {
      all.set(key, JSON.stringify({ facts, files: files.map((file) => [...file.read()]) }));
    },
  };
}

test("an image is converted once for a document, and once for all runs that share a cache", async () => {
  const cache = memoryCache();
  let conversions = 0;
  const convert = () => {
    conversions++;
    return encoded;
  };
  const run = (shared: Cache | undefined) => {
    const recall = recallImages(shared, spoolInMemory());
    return async (key: string) => {
      const { file, ...facts } = await recall(key, convert);
      return { ...facts, bytes: Uint8Array.from(file.read()) };
    };
  };
  const first = run(cache);
  expect([await first("a"), await first("a")]).toEqual([encoded, encoded]);
  expect(await run(cache)("a")).toEqual(encoded);
  expect(conversions).toBe(1);
  await run(undefined)("a");
  await first("b");
  expect([conversions, cache.keys()]).toEqual([3, ["image a", "image b"]]);
});

test("what cannot be converted is not kept", async () => {
  const cache = memoryCache();
  const fail = () => {
    throw new Error("damaged");
  };
  await expect(recallImages(cache, spoolInMemory())("a", fail)).rejects.toThrow("damaged");
  expect(cache.keys()).toEqual([]);
});

test("runs whose files lie in folders of their own know each other's images", async () => {
  const vips = await loadVips();
  const icc = readFileSync("assets/printers/FOGRA39L_coated.icc");
  const names = ["relative", "relative", "perceptual"].map((intent) => {
    const folder = temporaryFolder();
    keepFilesBy((name, bytes) => keepFileIn(folder, name, bytes));
    const output = { icc, condition: "FOGRA39", blackPoint: "compensate" } as const;
    const condition = openCondition(vips, { ...output, intent: intent as "relative" | "perceptual" });
    expect(condition.path).toContain(folder);
    return nameTarget({ space: "cmyk", condition, inkLimit: 300 });
  });
  expect(names[0]).toBe(names[1]);
  expect(names[0]).not.toBe(names[2]);
});
