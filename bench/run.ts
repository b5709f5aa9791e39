/**
 * Builds volumes of several sizes (bench/book) with quoin and with whichever peers are installed, in turn, and prints for each size medians, ratios, pages,
 * the peak memory of the whole process tree, what the press edition adds to what the screen edition costs, and the share of each stage.
 *
 *     npm run bench:book [-- CHAPTERS,CHAPTERS… [ROUNDS [NAMES]]]        1,4,12,35 and 1 where not given; of all, or of those alone whose names begin so
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { volume } from "./book/volume.js";
import { added, against, figures, shares } from "./figures.js";
import { limit, ours, pandoc, peers } from "./peers.js";
import { type Result, rounds } from "./rounds.js";
import { writeFiles } from "./write-files.js";

const sizes = (process.argv[2] ?? "1,4,12,35").split(",").map(Number);
const count = Number(process.argv[3] ?? 1);
const names = (process.argv[4] ?? "").split(",");
if ([...sizes, count].some((number) => !Number.isInteger(number) || number < 0)) {
  console.error("usage: npm run bench:book [-- CHAPTERS,CHAPTERS… [ROUNDS [NAMES]]]");
  process.exit(2);
}

for (const chapters of sizes) {
  const work = await mkdtemp(join(tmpdir(), "quoin-bench-"));
  try {
    const publication = join(work, "volume");
    await writeFiles(publication, volume(chapters));
    const others = await peers(publication, work);
    const behind = (name: string) => others.filter((other) => other.name === name);
    // What is compared stands side by side: the speed of a shared machine changes within minutes.
    const results = await rounds(
      [
        ours(publication, work, "quoin screen and epub", "screen,epub"),
        ...behind(limit),
        ours(publication, work, "quoin screen", "screen"),
        ours(publication, work, "quoin screen and press", "screen,press"),
        ours(publication, work, "quoin press", "press"),
        ours(publication, work, "quoin epub", "epub"),
        ...behind(pandoc),
        ...others.filter(({ name }) => name !== limit && name !== pandoc),
      ].filter(({ name }) => names.some((start) => name.startsWith(start))),
      count,
    );
    console.log(
      `\n${chapters} ${chapters === 1 ? "chapter" : "chapters"}, ${count || 1} ${count > 1 ? "rounds" : "round"}`,
    );
    console.log(figures(results));
    console.log(against(named(results, "quoin screen and epub"), named(results, limit)));
    console.log(against(named(results, "quoin epub"), named(results, pandoc)));
    console.log(added("press", named(results, "quoin screen"), named(results, "quoin screen and press")));
    for (const result of results.filter(({ stages }) => stages).slice(0, 1)) console.log(shares(result));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function named(results: readonly Result[], name: string): Result | undefined {
  return results.find((result) => result.name === name);
}
