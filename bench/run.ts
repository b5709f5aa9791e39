/**
 * Builds volumes of several sizes (bench/book) with quoin and with whichever peers are installed, in turn, and prints for each size medians, ratios, pages,
 * the peak memory of the whole process tree, what the press edition adds to what the screen edition costs, and the share of each stage.
 *
 *     npm run bench:book [-- CHAPTERS,CHAPTERS… [ROUNDS]]        1,4,12,35 and 1 where not given
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { volume } from "./book/volume.js";
import { added, figures, shares } from "./figures.js";
import { ours, peers } from "./peers.js";
import { type Result, rounds } from "./rounds.js";
import { writeFiles } from "./write-files.js";

const sizes = (process.argv[2] ?? "1,4,12,35").split(",").map(Number);
const count = Number(process.argv[3] ?? 1);
if ([...sizes, count].some((number) => !Number.isInteger(number) || number < 0)) {
  console.error("usage: npm run bench:book [-- CHAPTERS,CHAPTERS… [ROUNDS]]");
  process.exit(2);
}

for (const chapters of sizes) {
  const work = await mkdtemp(join(tmpdir(), "quoin-bench-"));
  try {
    const publication = join(work, "volume");
    await writeFiles(publication, volume(chapters));
    const results = await rounds(
      [
        ours(publication, work, "quoin screen and epub", "screen,epub"),
        ours(publication, work, "quoin screen", "screen"),
        ours(publication, work, "quoin screen and press", "screen,press"),
        ours(publication, work, "quoin epub", "epub"),
        ours(publication, work, "quoin press", "press"),
        ...(await peers(publication, work)),
      ],
      count,
    );
    console.log(
      `\n${chapters} ${chapters === 1 ? "chapter" : "chapters"}, ${count || 1} ${count > 1 ? "rounds" : "round"}`,
    );
    console.log(figures(results));
    console.log(added("press", named(results, "quoin screen"), named(results, "quoin screen and press")));
    for (const result of results.filter(({ stages }) => stages).slice(0, 1)) console.log(shares(result));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function named(results: readonly Result[], name: string): Result | undefined {
  return results.find((result) => result.name === name);
}
