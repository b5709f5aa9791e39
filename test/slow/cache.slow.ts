import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createTypesetter } from "../../pipeline/edges/browser.js";
import { openStore } from "../../pipeline/edges/cache/store.js";
import { buildWith } from "../support/build-twice.js";
import { changes, changingPublication, damage, dice, layOut } from "../support/changing-publication.js";
import { killBuilds } from "../support/kill-builds.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const browser = createTypesetter();
afterAll(() => browser.close());
const editions = ["screen", "press", "epub"] as const;

test("changes, one after the other, are built as a clean build does", {
  timeout: 1_800_000,
}, async () => {
  const root = temporaryFolder();
  const folder = join(root, "book");
  const store = openStore(join(root, "cache"), "test");
  const roll = dice(Number(process.env.QUOIN_SEED ?? 1));
  const names = Object.keys(changes);
  const earlier: ReturnType<typeof changingPublication>[] = [];
  let files = changingPublication();
  for (let step = 0; step < 12; step++) {
    const name = names[roll(names.length)] ?? "";
    // Now and then an editor takes everything back.
    if (roll(6) === 0) files = new Map(earlier[roll(Math.max(earlier.length, 1))] ?? files);
    changes[name]?.(files, roll(10_000));
    earlier.push(new Map(files));
    layOut(files, folder);
    if (step > 0 && roll(3) === 0) damage(store.folder, roll(10_000));
    const wanted = editions.filter(() => roll(3) > 0);
    const after = await buildWith(folder, wanted, browser.typesetter, store);
    const clean = await buildWith(folder, wanted, browser.typesetter);
    expect(after.outcome, `${step}: ${name}, ${wanted}`).toEqual(clean.outcome);
  }
});

test("builds of all editions are killed", { timeout: 1_800_000 }, async () => {
  await killBuilds(temporaryFolder(), { kills: 6, seed: 5, only: "screen,press,epub" });
});
