import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../../pipeline/commands/load.js";
import { keepLoading, recallLoading } from "../../../pipeline/edges/cache/loading.js";
import { notingDisk } from "../../../pipeline/edges/cache/looks.js";
import { openStore } from "../../../pipeline/edges/cache/store.js";
import { disk } from "../../../pipeline/edges/disk.js";
import { changingPublication, layOut } from "../../support/changing-publication.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const identity = { content: "c", profile: "p" };

async function loadedOnce() {
  const root = temporaryFolder();
  const folder = join(root, "book");
  layOut(changingPublication(), folder);
  const store = openStore(join(root, "cache"), "test");
  const noting = notingDisk(disk);
  const { manuscript, theme, profile } = await load(folder, { env: {} }, noting.disk);
  if (!manuscript || !theme || !profile) throw new Error("The publication does not load");
  const { metadata } = manuscript;
  const looks = noting.looks();
  await keepLoading(store, folder, undefined, { looks, identity, metadata, messages: [] });
  return { root, folder, metadata, recall: (epoch?: string) => recallLoading(store, folder, epoch) };
}

test("a folder in which nothing changed is known, and every file that loading saw belongs to it", async () => {
  const { folder, metadata, recall } = await loadedOnce();
  expect(await recall()).toMatchObject({ identity, metadata });
  const files = changingPublication();
  expect(files.size).toBeGreaterThan(7);
  for (const [path, text] of files) {
    writeFileSync(join(folder, path), `${text} `);
    expect([path, await recall()]).toEqual([path, undefined]);
    writeFileSync(join(folder, path), text);
    expect([path, (await recall())?.identity]).toEqual([path, identity]);
  }
});

test.each<[string, (folder: string, root: string) => void]>([
  ["an image more", (folder) => writeFileSync(join(folder, "images/more.svg"), "<svg/>")],
  ["an image less", (folder) => rmSync(join(folder, "images/line.svg"))],
  ["a source less", (folder) => rmSync(join(folder, "two.md"))],
  ["a style sheet more", (folder) => writeFileSync(join(folder, "templates/house/book.css"), "")],
  [
    "a package of the publication\u2019s own that takes the place of ours",
    (folder) => {
      mkdirSync(join(folder, "node_modules/source-serif"), { recursive: true });
      writeFileSync(join(folder, "node_modules/source-serif/package.json"), "{}");
    },
  ],
  [
    "a folder of images that becomes a link out of the publication",
    (folder, root) => {
      rmSync(join(folder, "images"), { recursive: true });
      mkdirSync(join(root, "images"));
      symlinkSync(join(root, "images"), join(folder, "images"));
    },
  ],
])("%s is noticed", async (_, change) => {
  const { root, folder, recall } = await loadedOnce();
  change(folder, root);
  expect(await recall()).toBeUndefined();
});

test("another date in the environment is another loading", async () => {
  const { recall } = await loadedOnce();
  expect(await recall("1700000000")).toBeUndefined();
});
