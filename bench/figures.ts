import { median } from "./median.js";
import type { Result } from "./rounds.js";

/** Print results as a table: medians, their spread, ratios to the first, pages, memory. */
export function figures(results: readonly Result[]): string {
  const base = median(results[0]?.times ?? []);
  const head = line("", "median", "min", "max", "ratio", "pages", "memory");
  const rows = results.map(({ name, times, pages, memory }) => {
    return line(
      name,
      ...[median(times), Math.min(...times), Math.max(...times)].map((ms) => `${(ms / 1000).toFixed(2)} s`),
      (median(times) / base).toFixed(2),
      pages === undefined ? "" : String(pages),
      `${(memory / 1e6).toFixed(0)} MB`,
    );
  });
  return [head, ...rows].join("\n");
}

/** Print what an edition adds to the time of another one, in seconds and as a ratio to it, from builds of the other alone and of both. */
export function added(edition: string, alone: Result | undefined, both: Result | undefined): string {
  const [before, after] = [alone, both].map((result) => median(result?.times ?? []));
  if (!before || !after) return `what ${edition} adds is not known: a build was left out`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const ratio = ((after - before) / before).toFixed(2);
  return `${edition} adds ${seconds(after - before)} to ${alone?.name} (${seconds(before)}): ${ratio} of what that costs`;
}

/**
 * Print how many times as long one command takes as another, round by round: what a round does one behind the other has met the machine
 * at about the same speed.
 */
export function against(one: Result | undefined, other: Result | undefined): string {
  if (!one || !other) return "a ratio is not known: a command was left out";
  const ratios = one.times.map((ms, round) => ms / (other.times[round] ?? Number.NaN));
  const [middle, least, most] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((ratio) =>
    ratio.toFixed(2),
  );
  return `${one.name} to ${other.name}, round by round: ${middle} (${least} to ${most})`;
}

/** Print the share of each stage of a build, in percent of their sum; stages of several editions overlap in time. */
export function shares({ name, stages = [] }: Result): string {
  const sum = stages.reduce((total, { ms }) => total + ms, 0);
  const rows = stages.map(
    (stage) => `  ${stage.name.padEnd(26)}${((100 * stage.ms) / sum).toFixed(0).padStart(4)} %`,
  );
  return [`stages of ${name}`, ...rows].join("\n");
}

const line = (name: string, ...cells: readonly string[]) =>
  `${name.padEnd(28)}${cells.map((cell) => cell.padStart(9)).join("")}`;
