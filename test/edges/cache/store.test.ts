import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openStore } from "../../../pipeline/edges/cache/store.js";
import { spooled, spooledText } from "../../../pipeline/spooled.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const kept = { facts: { pages: 3, names: ["a", "ü\n"] }, files: ["one", "", "three\n"].map(spooledText) };
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

async function contentOf(store: ReturnType<typeof openStore>, key: string) {
  const found = await store.get(key);
  return found && { facts: found.facts, files: found.files.map((file) => String(file.read())) };
}

describe("a cache on disk", () => {
  test("hands out what was kept, to the same program alone", async () => {
    const folder = temporaryFolder();
    await openStore(folder, "quoin 1").put("key", kept);
    const expected = { facts: kept.facts, files: ["one", "", "three\n"] };
    expect(await contentOf(openStore(folder, "quoin 1"), "key")).toEqual(expected);
    expect(await contentOf(openStore(folder, "quoin 2"), "key")).toBeUndefined();
    expect(await contentOf(openStore(folder, "quoin 1"), "other key")).toBeUndefined();
  });

  test("keeps all that is handed to it nearly at once, before its folder is there", async () => {
    const root = temporaryFolder();
    const keys = Array.from({ length: 10 }, (_, i) => `key ${i}`);
    for (let trial = 0; trial < 50; trial++) {
      const store = openStore(join(root, `trial ${trial}`, "cache"), "quoin");
      const puts: Promise<void>[] = [];
      for (const key of keys) {
        puts.push(store.put(key, kept));
        await setImmediate();
      }
      await Promise.all(puts);
      const found = await Promise.all(keys.map((key) => store.get(key)));
      expect(found.filter((entry) => entry === undefined)).toEqual([]);
    }
  });

  test("believes no entry of which any byte was changed, cut off or added, and removes it", async () => {
    const folder = temporaryFolder();
    const store = openStore(folder, "quoin");
    await store.put("key", kept);
    const [path = ""] = filesOf(folder);
    const whole = readFileSync(path);
    const damaged = [
      ...Array.from(whole, (byte, i) => Buffer.from(whole).fill(byte ^ 1, i, i + 1)),
      ...Array.from(whole, (_, i) => whole.subarray(0, i)),
      Buffer.concat([whole, bytes("x")]),
    ];
    for (const [i, content] of damaged.entries()) {
      writeFileSync(path, content);
      expect([i, await store.get("key")]).toEqual([i, undefined]);
      expect(existsSync(path)).toBe(false);
    }
    writeFileSync(path, whole);
    expect(await store.get("key")).toBeDefined();
  });

  test("keeps a file of more than 16 MB, which stays readable when its entry is gone, and believes no changed byte", async () => {
    const folder = temporaryFolder();
    const store = openStore(folder, "quoin");
    const file = spooled(Buffer.alloc(17_000_000, "some words "));
    await store.put("key", { facts: null, files: [spooledText("small"), file] });
    const found = (await store.get("key"))?.files ?? [];
    const [path = ""] = filesOf(folder);
    const whole = readFileSync(path);
    for (const at of [16_500_000, whole.length - 1]) {
      writeFileSync(path, Buffer.from(whole).fill(0, at, at + 1));
      expect(await store.get("key")).toBeUndefined();
      expect(existsSync(path)).toBe(false);
    }
    writeFileSync(path, whole);
    expect(await store.get("key")).toBeDefined();
    expect(found.map(({ size }) => size)).toEqual([5, 17_000_000]);
  });

  test("believes no entry under another one's name", async () => {
    const folder = temporaryFolder();
    const store = openStore(folder, "quoin");
    await store.put("a", kept);
    const [first = ""] = filesOf(folder);
    await store.put("b", { facts: "b", files: [] });
    const second = filesOf(folder).find((path) => path !== first) ?? "";
    writeFileSync(second, readFileSync(first));
    expect(await store.get("b")).toBeUndefined();
  });

  test("takes what was not asked for the longest out of it when it has grown too large", async () => {
    const folder = temporaryFolder();
    const store = openStore(folder, "quoin", 5000);
    const entry = { facts: null, files: [spooled(new Uint8Array(1000))] };
    const paths: string[] = [];
    for (const key of ["a", "b", "c", "d", "e"]) {
      await store.put(key, entry);
      const path = filesOf(folder).find((each) => !paths.includes(each)) ?? "";
      paths.push(path);
      utimesSync(path, 1000 + paths.length, 1000 + paths.length);
    }
    await store.get("a");
    await store.tidy();
    const left = await Promise.all(
      ["a", "b", "c", "d", "e"].map(async (key) => (await store.get(key)) !== undefined),
    );
    expect(left).toEqual([true, false, false, true, true]);
  });

  test("keeps nothing that would drive all else out", async () => {
    const store = openStore(temporaryFolder(), "quoin", 2000);
    await store.put("small", { facts: null, files: [spooled(new Uint8Array(500))] });
    await store.put("large", {
      facts: null,
      files: [spooled(new Uint8Array(600)), spooled(new Uint8Array(401))],
    });
    await store.tidy();
    expect(await store.get("small")).toBeDefined();
    expect(await store.get("large")).toBeUndefined();
  });

  test("leaves nothing unfinished behind, and lets others finish", async () => {
    const folder = temporaryFolder({ ".writing-old": "x", ".writing-new": "x" });
    utimesSync(join(folder, ".writing-old"), 1000, 1000);
    const store = openStore(folder, "quoin");
    await store.put("key", kept);
    await store.tidy();
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([".writing-new"]);
  });

  test("is no one's loss where it is gone or cannot be", async () => {
    const folder = temporaryFolder({ file: "x" });
    const impossible = openStore(join(folder, "file/cache"), "quoin");
    await impossible.put("key", kept);
    expect(await impossible.get("key")).toBeUndefined();
    await impossible.tidy();
    const store = openStore(join(folder, "cache"), "quoin");
    await store.put("key", kept);
    rmSync(join(folder, "cache"), { recursive: true });
    expect(await store.get("key")).toBeUndefined();
    await store.tidy();
  });

  test("is used by many at once", async () => {
    const folder = temporaryFolder();
    const stores = Array.from({ length: 20 }, () => openStore(folder, "quoin"));
    await Promise.all(stores.map((store) => store.put("key", kept)));
    expect(filesOf(folder)).toHaveLength(1);
    expect(await contentOf(openStore(folder, "quoin"), "key")).toMatchObject({ facts: kept.facts });
  });
});
