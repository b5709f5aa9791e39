import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hasEnded, nameOfProcess } from "../../pipeline/edges/lock.js";
import { makeTemporaryFolder } from "../../pipeline/edges/temporary-folder.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const ended = nameOfProcess().replace(/\d+$/, String(spawnSync(process.execPath, ["-e", ""]).pid));

test("a folder for a while takes away what killed processes left, and nothing else", () => {
  const living = nameOfProcess().replace(/\d+$/, String(process.ppid));
  const left = [`quoin-browser-${ended}-Xy12ab`, `quoin-scratch-${ended}-Xy34cd`];
  const others = [
    `quoin-browser-${living}-Xy56ef`,
    "quoin-browser-elsewhere-1-Xy78gh",
    `another-browser-${ended}-Xy90ij`,
    "quoin-test-abc123",
  ];
  const temporary = temporaryFolder();
  for (const name of [...left, ...others]) mkdirSync(join(temporary, name, "Default"), { recursive: true });
  const target = temporaryFolder({ "precious.txt": "words" });
  const link = `quoin-browser-${ended}-Link00`;
  symlinkSync(target, join(temporary, link));
  const made = makeTemporaryFolder("browser", temporary);
  expect(basename(made)).toMatch(new RegExp(`^quoin-browser-${nameOfProcess()}-\\w{6}$`));
  expect(readdirSync(temporary).sort()).toEqual([...others, link, basename(made)].sort());
  expect(readdirSync(target)).toEqual(["precious.txt"]);
});

test("of folders of a container that counts its processes for itself nobody knows whose are left", () => {
  expect(hasEnded(ended)).toBe(true);
  expect(hasEnded(ended.replace(/-\d+-(?=\d+$)/, "-1-"))).toBe(process.platform !== "linux");
});

test("of two that remove the same at once neither fails", async () => {
  const temporary = temporaryFolder();
  for (let n = 100; n < 400; n++)
    mkdirSync(join(temporary, `quoin-browser-${ended}-Xyz${n}`, "a/b"), { recursive: true });
  const code = `import { readdirSync, rmSync } from "node:fs";
    for (const name of readdirSync(${JSON.stringify(temporary)}).filter((each) => each.includes("Xyz")).reverse())
      rmSync(${JSON.stringify(`${temporary}/`)} + name, { recursive: true, force: true });`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", code]);
  onTestFinished(() => void other.kill());
  const gone = new Promise((resolve) => other.once("close", resolve));
  const made = makeTemporaryFolder("browser", temporary);
  await gone;
  expect(readdirSync(temporary)).toEqual([basename(made)]);
});
