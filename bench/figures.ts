import { median } from "./median.js";
import type { Result } from "./rounds.js";

/** Print results as a table: medians, their spread, ratios to the first, pages, memory. */
export function figures(results: readonly Result[]): string {
  const base = median(results[0]?.usages.map(({ ms }) => ms) ?? []);
  const head = line("", "median", "min", "max", "ratio", "pages", "memory");
  const rows = results.map(({ name, usages, pages }) => {
    const times = usages.map(({ ms }) => ms);
    return line(
      name,
      ...[median(times), Math.min(...times), Math.max(...times)].map((ms) => `${(ms / 1000).toFixed(2)} s`),
      (median(times) / base).toFixed(2),
      pages === undefined ? "" : String(pages),
      `${(Math.max(...usages.map(({ memory }) => memory)) / 1e6).toFixed(0)} MB`,
    );
  });
  return [head, ...rows].join("\n");
}

/** Print what an edition adds to the time of another one, in seconds and as a ratio to it, from builds of the other alone and of both. */
export function added(edition: string, alone: Result | undefined, both: Result | undefined): string {
  const [before, after] = [alone, both].map((result) => median(result?.usages.map(({ ms }) => ms) ?? []));
  if (!before || !after) return `what ${edition} adds is not known: a build was left out`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const ratio = ((after - before) / before).toFixed(2);
  return `${edition} adds ${seconds(after - before)} to ${alone?.name} (${seconds(before)}): ${ratio} of what that costs`;
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
