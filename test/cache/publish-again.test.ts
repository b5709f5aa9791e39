import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../pipeline/edges/cache/store.js";
import type { Edition, Typesetter } from "../../pipeline/publication.js";
import { typesetter as real } from "../support/browser.js";
import { buildWith } from "../support/build-twice.js";
import { changes, changingPublication, layOut } from "../support/changing-publication.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A typesetter that says how often the browser had to work. */
function counted(): { typesetter: Typesetter; work: () => number } {
  const done: string[] = [];
  const typesetter: Typesetter = {
    ...real,
    typeset(...all) {
      done.push("pages");
      return real.typeset(...all);
    },
    picture(...all) {
      done.push("cover");
      return real.picture(...all);
    },
  };
  return { typesetter, work: () => done.length };
}

function start() {
  const root = temporaryFolder();
  const folder = join(root, "book");
  const files = changingPublication();
  layOut(files, folder);
  const store = openStore(join(root, "cache"), "test");
  const change = (name: string, n: number) => {
    changes[name]?.(files, n);
    layOut(files, folder);
  };
  return { folder, store, change };
}

test("what nothing has changed in is not made again, and what has is", { timeout: 120_000 }, async () => {
  const { folder, store, change } = start();
  const { typesetter, work } = counted();
  const build = async (...editions: readonly Edition[]) => {
    const before = work();
    const { stages } = await buildWith(folder, editions, typesetter, store);
    const told = stages.map(({ name, cached }) => `${name} ${cached ?? "anew"}`).sort();
    return [...told, `${work() - before} in the browser`];
  };
  expect(await build("screen", "epub")).toEqual([
    "epub anew",
    "read anew",
    "screen anew",
    "2 in the browser",
  ]);
  expect(await build("screen", "epub")).toEqual([
    "epub whole",
    "read whole",
    "screen whole",
    "0 in the browser",
  ]);
  // Of a theme's styles for e-books the pages know nothing: they are finished anew, but not set.
  change("the styles of the e-book", 1);
  expect(await build("screen", "epub")).toEqual([
    "epub in part",
    "read in part",
    "screen in part",
    "0 in the browser",
  ]);
  // The cover shows none of the text. Built alone, the e-book lists no pages: none were kept beside its artifacts.
  change("a word", 1);
  expect(await build("epub")).toEqual(["epub in part", "read in part", "0 in the browser"]);
});

test("without a cache reading does not wait for a browser that is starting", async () => {
  const { folder } = start();
  const starting: Typesetter = { ...real, build: () => new Promise(() => undefined) };
  const { outcome } = await buildWith(folder, ["epub"], starting);
  expect(outcome.artifacts.map(([name]) => name)).toEqual([expect.stringMatching(/[.]epub$/)]);
});

test("another browser or program makes everything anew", async () => {
  const { folder, store } = start();
  const named = (name: string): Typesetter => ({ ...real, build: async () => name });
  const cached = async (name: string, from = store) =>
    (await buildWith(folder, ["epub"], named(name), from)).stages.map((stage) => [stage.name, stage.cached]);
  await cached("one");
  expect(await cached("one")).toEqual([
    ["read", "whole"],
    ["epub", "whole"],
  ]);
  const anew = [
    ["read", undefined],
    ["epub", undefined],
  ];
  // The fonts are cut and the text is read without a browser: what each source is stays known.
  expect(await cached("another")).toEqual([
    ["read", "in part"],
    ["epub", undefined],
  ]);
  expect(await cached("one", openStore(store.folder, "another program"))).toEqual(anew);
});

test("what another browser did than was foreseen is kept under nobody's name", async () => {
  const { folder, store } = start();
  let asked = 0;
  const build = async () => (asked++ === 0 ? "foreseen" : "found");
  await buildWith(folder, ["epub"], { ...real, build }, store);
  const foreseen: Typesetter = { ...real, build: async () => "foreseen" };
  const { stages } = await buildWith(folder, ["epub"], foreseen, store);
  expect(stages.map(({ cached }) => cached)).toEqual(["in part", undefined]);
});
