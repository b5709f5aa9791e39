import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { measure, type Usage } from "./measure.js";
import type { Runner } from "./peers.js";

/** What one runner used. */
export interface Result {
  readonly name: string;
  /** Milliseconds of each round that counts. */
  readonly times: readonly number[];
  /** Bytes, at their most. */
  readonly memory: number;
  /** Pages of each PDF that quoin made, and what each of its stages took in the last round. */
  readonly pages?: number;
  readonly stages?: readonly { readonly name: string; readonly ms: number }[];
}

/**
 * Run commands in turn, `count` times after a round that warms the disk's cache and measures their memory, which takes time of theirs: its times do not count.
 * `count` 0 makes that round count. What cannot be started or fails is named on stderr and left out.
 */
export async function rounds(runners: readonly Runner[], count: number): Promise<readonly Result[]> {
  const usages = new Map<Runner, Usage[]>(runners.map((runner) => [runner, []]));
  for (let round = 0; round <= count; round++) {
    for (const [runner, all] of usages) {
      try {
        all.push(await measure(runner, round === 0));
      } catch (error) {
        usages.delete(runner);
        const reason =
          error instanceof Error ? error.message.trim().split("\n").slice(-3).join(" ") : String(error);
        console.error(`${runner.name}: left out (${reason})`);
      }
    }
  }
  return Promise.all(
    [...usages].map(async ([runner, all]) => ({
      name: runner.name,
      times: all.slice(count === 0 ? 0 : 1).map(({ ms }) => ms),
      memory: Math.max(...all.map(({ memory }) => memory)),
      ...(await told(runner)),
    })),
  );
}

async function told({ out }: Runner) {
  if (!out) return {};
  const { artifacts, stages } = JSON.parse(await readFile(join(out, "build.json"), "utf8"));
  const pages = artifacts.find((artifact: { pages?: number }) => artifact.pages)?.pages;
  return { stages, ...(pages && { pages }) };
}
