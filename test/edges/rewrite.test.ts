import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rewrite } from "../../pipeline/edges/rewrite.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a file is replaced whole, with its permissions, through a link", async () => {
  const folder = temporaryFolder({ "a.md": "before" });
  chmodSync(join(folder, "a.md"), 0o640);
  symlinkSync("a.md", join(folder, "b.md"));
  expect(await rewrite(join(folder, "b.md"), bytes("before"), bytes("after, longer"))).toBeUndefined();
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("after, longer");
  expect(statSync(join(folder, "a.md")).mode & 0o777).toBe(0o640);
  expect(lstatSync(join(folder, "b.md")).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["a.md", "b.md"]);
});

test("a file that somebody else has changed, or taken away, is left alone", async () => {
  const folder = temporaryFolder({ "a.md": "changed" });
  expect(await rewrite(join(folder, "a.md"), bytes("before"), bytes("after"))).toBe(
    "it was changed meanwhile",
  );
  expect(await rewrite(join(folder, "b.md"), bytes("before"), bytes("after"))).toBe("ENOENT");
  expect(readdirSync(folder)).toEqual(["a.md"]);
  expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("changed");
});
