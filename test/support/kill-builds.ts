import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { changes, changingPublication, dice, layOut } from "./changing-publication.js";
import { root, runCli } from "./run-cli.js";

/** How often, and in which builds. */
export interface Killing {
  readonly kills: number;
  readonly seed: number;
  readonly only: string;
}

/** Name the artifacts of a folder, each with its checksum. */
export function artifactsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(?:pdf|epub)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

/**
 * Change a publication and kill its build at any moment, again and again: what lies in dist is then of the last build or of this
 * one, and the next build, with the same cache, makes what one without a cache makes.
 */
export async function killBuilds(folder: string, { kills, seed, only }: Killing): Promise<void> {
  const files = changingPublication();
  const roll = dice(seed);
  const book = join(folder, "book");
  const build = (...options: readonly string[]) =>
    runCli(["build", "book", "--only", only, ...options], folder, { TMPDIR: folder });
  layOut(files, book);
  expect((await build("--cache", "cache")).code).toBe(0);
  const start = performance.now();
  await build("--out", "clean", "--no-cache");
  const length = performance.now() - start;

  for (let kill = 0; kill < kills; kill++) {
    const before = artifactsOf(join(folder, "dist"));
    changes["a word"]?.(files, roll(10_000));
    layOut(files, book);
    const args = [`${root}lib/cli.js`, "build", "book", "--only", only, "--cache", "cache"];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.once("close", resolve));
    await Promise.race([setTimeout((roll(1000) / 1000) * length), ended]);
    child.kill("SIGKILL");
    await ended;
    const left = artifactsOf(join(folder, "dist"));
    await build("--out", "clean", "--no-cache");
    const clean = artifactsOf(join(folder, "clean"));
    for (const [name, sum] of Object.entries(left)) expect([before[name], clean[name]]).toContain(sum);
    expect(Object.keys(left)).toEqual(expect.arrayContaining(Object.keys(before)));
    expect((await build("--cache", "cache")).code).toBe(0);
    expect(artifactsOf(join(folder, "dist"))).toEqual(clean);
    expect(readdirSync(join(folder, "dist")).filter((name) => name.startsWith("."))).toEqual([]);
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
