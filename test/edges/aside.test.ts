import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenAside, openAside } from "../../pipeline/edges/aside.js";
import { compressed } from "../../pipeline/write/pdf/finish/compressed.js";
import { root } from "../support/run-cli.js";

const script = pathToFileURL(`${root}/lib/aside-thread.js`);
let open: OpenAside;
beforeAll(() => {
  open = openAside(script);
});
afterAll(() => open.close());

test("what is handed over stays whole for whoever handed it over", async () => {
  const bytes = Buffer.from("some words, some words, some words, and more");
  const part = bytes.subarray(6, 20);
  expect(Buffer.from(await open.aside.deflate(part))).toEqual(Buffer.from(compressed(part)));
  expect(bytes.toString()).toBe("some words, some words, some words, and more");
});

test("a thread that fails says so to whoever waits, and one that is closed keeps nobody", async () => {
  const { aside, close } = openAside(new URL("./nowhere.js", script));
  await expect(aside.deflate(new Uint8Array(9))).rejects.toThrow("nowhere.js");
  await close();
  const other = openAside(script);
  other.aside.ready();
  await other.close();
});
