/**
 * Builds publications that have far more of one thing than any author would write, in three sizes, and prints the time of each, the peak memory and the exponent with
 * which its time grows with its size: 1 is linear, 2 quadratic.
 *
 *     npm run bench:shapes [-- PART [SHAPE]]        PART of the full size, 1 where not given: 0.2 takes a fifth; SHAPE is the beginning of a name, "photo"
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shapes } from "./book/shapes.js";
import { measure } from "./measure.js";
import { ours } from "./peers.js";
import { writeFiles } from "./write-files.js";

const part = Number(process.argv[2] ?? 1);
if (!(part > 0 && part <= 1)) {
  console.error("usage: npm run bench:shapes [-- PART [SHAPE]], with PART above 0 and up to 1");
  process.exit(2);
}

const named = process.argv[3] ?? "";

const name = (text: string) => text.padEnd(28);
console.log(`${name("")}${"amount".padStart(9)}${"time".padStart(9)}${"memory".padStart(9)}`);
for (const shape of shapes.filter((each) => each.name.startsWith(named))) {
  const points: { amount: number; ms: number }[] = [];
  for (const share of [0.25, 0.5, 1]) {
    const amount = Math.round(shape.most * part * share);
    const work = await mkdtemp(join(tmpdir(), "quoin-bench-"));
    try {
      await writeFiles(join(work, "trial"), await shape.files(amount));
      const { ms, memory } = await measure(ours(join(work, "trial"), work, "dist", "screen,epub"), true);
      points.push({ amount, ms });
      const cells = [String(amount), `${(ms / 1000).toFixed(2)} s`, `${(memory / 1e6).toFixed(0)} MB`];
      console.log(`${name(shape.name)}${cells.map((cell) => cell.padStart(9)).join("")}`);
    } catch (error) {
      console.log(
        `${name(shape.name)}${String(amount).padStart(9)}  ${error instanceof Error ? error.message.trim() : String(error)}`,
      );
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  console.log(`${name(shape.name)}  exponent ${exponent(points).toFixed(2)}`);
}

/** The slope of a straight line through the points on logarithmic scales, by least squares. */
function exponent(points: readonly { amount: number; ms: number }[]): number {
  const logs = points.map(({ amount, ms }) => ({ x: Math.log(amount), y: Math.log(ms) }));
  const mean = (pick: (log: { x: number; y: number }) => number) =>
    logs.reduce((sum, log) => sum + pick(log), 0) / logs.length;
  const [x, y] = [mean((log) => log.x), mean((log) => log.y)];
  return mean((log) => (log.x - x) * (log.y - y)) / mean((log) => (log.x - x) ** 2);
}
