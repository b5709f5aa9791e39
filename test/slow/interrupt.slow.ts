import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { volume } from "../../bench/book/volume.js";
import { root } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** Milliseconds until everything is gone; a second on a machine that has nothing else to do. */
const patience = 5000;

/** A terminal shows how far a build is: util-linux makes one. */
const hasTerminals = existsSync("/proc/self/stat") && spawnSync("script", ["--version"]).status === 0;

describe.skipIf(!hasTerminals)("Ctrl-C in the build of a volume", () => {
  test.each([
    ["Paged.js sets the pages", 4, /: [1-9] of about \d+ pages/],
    ["Paged.js has set the pages, and they are printed", 4, "all pages"],
    [
      "Chromium's own pagination sets the pages",
      6,
      / in about \d+ pages, (?:about \d+ s|a few seconds) left/,
    ],
    ["Chromium's own pagination has set the pages, and they are printed", 6, / printing \d+ pages/],
  ] as const)("ends every browser while %s", { timeout: 300_000 }, async (_, chapters, moment) => {
    const folder = temporaryFolder({ "dist/build.json": "old" });
    const temporary = temporaryFolder();
    const book = temporaryFolder(volume(chapters));
    const build = (out: string) => {
      const command = `'${process.execPath}' '${root}lib/cli.js' build '${book}' --only screen --no-cache --out ${out}`;
      const env = { ...process.env, CI: "", TERM: "xterm", TMPDIR: temporary };
      return spawn("script", ["-qec", command, "/dev/null"], {
        cwd: folder,
        env,
        stdio: ["pipe", "pipe", "ignore"],
      });
    };
    let shown: RegExp;
    if (moment === "all pages") {
      expect(await new Promise((resolve) => build("whole").once("close", resolve))).toBe(0);
      const { artifacts } = JSON.parse(readFileSync(join(folder, "whole/build.json"), "utf8"));
      shown = new RegExp(` printing ${artifacts[0].pages} pages`);
    } else shown = moment;

    const child = build("dist");
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
    await hasShown(child, shown);
    const family = familyOf(child.pid ?? 0).filter((each) => each !== child.pid);
    // The shell, quoin, the browser, its zygotes and its renderer.
    expect(family.length).toBeGreaterThan(4);
    const start = performance.now();
    child.stdin.write("\u0003");
    while (family.some(isAlive) && performance.now() - start < patience) await setTimeout(10);
    const took = Math.round(performance.now() - start);
    console.info(`${family.length} processes are gone after ${took} ms`);
    expect(family.filter(isAlive)).toEqual([]);
    expect(await ended).toBe(130);
    // What was drawn is wiped, and nothing is drawn behind.
    const left = said.split("\r\n").map((line) => line.split("\u001b[K").at(-1));
    expect(left.slice(-2)).toEqual([
      expect.stringMatching(/^(?:\^C)?Interrupted: nothing was changed\.$/),
      "",
    ]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(join(folder, "dist"))).toEqual(["build.json"]);
    expect(readFileSync(join(folder, "dist/build.json"), "utf8")).toBe("old");
  });
});

/** Wait until a terminal has shown something. */
function hasShown(child: ChildProcess, what: RegExp): Promise<void> {
  let text = "";
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk.replaceAll("\u001b[K", " ").replaceAll("\r", " ");
      if (what.test(` ${text}`)) resolve();
    });
    child.once("close", () => reject(new Error(`The build ended and never showed ${what}: ${text}`)));
  });
}

/** List a process and its descendants. */
function familyOf(root: number): readonly number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), stat(Number(name))?.parent] as const);
  const family = new Set([root]);
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size;
    for (const [child, parent] of parents) if (parent !== undefined && family.has(parent)) family.add(child);
  }
  return [...family];
}

/** One that nobody has waited for is a name, and no process any more. */
function isAlive(process: number): boolean {
  const state = stat(process)?.state;
  return state !== undefined && state !== "Z" && state !== "X";
}

function stat(process: number): { readonly state: string; readonly parent: number } | undefined {
  try {
    const [, state = "", parent = ""] =
      /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${process}/stat`, "utf8")) ?? [];
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
