import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VFileMessage } from "vfile-message";
import { describe, expect, test } from "vitest";
import { findBrowser } from "../../../pipeline/edges/browser/find.js";
import { downloadedPlaces, installedPlaces } from "../../../pipeline/edges/browser/installed.js";
import { type Surroundings, thisMachine } from "../../../pipeline/edges/browser/surroundings.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** A machine for which no browser is embedded, and which has nothing but what is added. */
function bareMachine(home: string, env: Record<string, string> = {}): Surroundings {
  return { env, platform: "linux", arch: "arm64", uid: 1000, home, temporary: home };
}

function folderOf(...programs: readonly string[]): string {
  const folder = temporaryFolder(Object.fromEntries(programs.map((path) => [path, "#!/bin/sh\n"])));
  for (const path of programs) chmodSync(join(folder, path), 0o755);
  return folder;
}

async function missing(machine: Surroundings): Promise<VFileMessage> {
  const error = await findBrowser(machine).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VFileMessage)) throw error;
  expect(error).toMatchObject({ ruleId: "browser-missing", fatal: true });
  return error;
}

test("what PUPPETEER_EXECUTABLE_PATH names comes first", async () => {
  const folder = folderOf("my-chrome");
  const machine = { ...thisMachine(), env: { PUPPETEER_EXECUTABLE_PATH: join(folder, "my-chrome") } };
  expect(await findBrowser(machine)).toMatchObject({
    origin: "environment",
    path: join(folder, "my-chrome"),
  });
});

test("a wrong PUPPETEER_EXECUTABLE_PATH is not passed over", async () => {
  const folder = temporaryFolder({ "not-a-program": "" });
  const path = join(folder, "not-a-program");
  const { reason } = await missing({ ...thisMachine(), env: { PUPPETEER_EXECUTABLE_PATH: path } });
  expect(reason).toContain(`${path} is not a program`);
  expect(reason).toContain("This helps: unset PUPPETEER_EXECUTABLE_PATH");
});

test.runIf(process.platform === "linux" && process.arch === "x64")(
  "the embedded browser comes before an installed one",
  async () => {
    const { PUPPETEER_EXECUTABLE_PATH: _, ...env } = process.env;
    const machine = { ...thisMachine(), env: { ...env, PATH: folderOf("chromium") } };
    const found = await findBrowser(machine);
    expect(found.origin).toBe("embedded");
    expect(found.path).toMatch(/quoin\/chromium-147\.0\.0\/chromium$/);
  },
);

test("an installed browser is found on PATH", async () => {
  const [empty, folder] = [temporaryFolder(), folderOf("google-chrome")];
  const found = await findBrowser(bareMachine(empty, { PATH: `${empty}:${folder}` }));
  expect(found).toMatchObject({ origin: "installed", path: join(folder, "google-chrome") });
  expect(found.tried[0]).toBe("the embedded browser: made for linux x64, this is linux arm64");
});

test("of puppeteer's downloads the newest headless shell is taken", async () => {
  const cache = ".cache/puppeteer";
  const newest = `${cache}/chrome-headless-shell/linux-131.0.10.0/chrome-headless-shell-linux64/chrome-headless-shell`;
  const home = folderOf(
    `${cache}/chrome-headless-shell/linux-131.0.9.0/chrome-headless-shell-linux64/chrome-headless-shell`,
    newest,
    `${cache}/chrome/linux-140.0.0.0/chrome-linux64/chrome`,
  );
  expect(await findBrowser(bareMachine(home))).toMatchObject({
    origin: "downloaded",
    path: join(home, newest),
  });
});

test("where there is none, one message says what was looked for and what helps", async () => {
  const home = temporaryFolder();
  // A folder, and a file that cannot be run, are no browsers.
  writeFileSync(join(home, "chromium"), "");
  const { reason } = await missing(bareMachine(home, { PATH: home }));
  expect(reason.split("\n")).toEqual([
    "Found no browser to set pages with. Looked for",
    "  - PUPPETEER_EXECUTABLE_PATH: not set",
    "  - the embedded browser: made for linux x64, this is linux arm64",
    "  - an installed Chrome or Chromium: none on PATH nor in the usual places",
    "  - puppeteer's own download: none",
    "This helps: npx puppeteer browsers install chrome-headless-shell",
  ]);
});

describe("usual places", () => {
  test("of macOS", () => {
    const places = installedPlaces({ ...bareMachine("/Users/me"), platform: "darwin" });
    expect(places).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(places).toContain("/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium");
  });

  test("of Windows", () => {
    const places = installedPlaces({
      ...bareMachine("C:\\Users\\me", { PROGRAMFILES: "C:\\Program Files" }),
      platform: "win32",
    });
    expect(places).toHaveLength(2);
    expect(places[0]).toMatch(/Program Files.Google\\Chrome\\Application\\chrome\.exe$/);
  });

  test("of downloads on macOS", () => {
    const home = folderOf(
      ".cache/puppeteer/chrome/mac_arm-140.0.0.0/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    );
    expect(downloadedPlaces({ ...bareMachine(home), platform: "darwin" })).toHaveLength(1);
  });
});
