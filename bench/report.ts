/**
 * Builds the project's own manuscript with quoin and with whichever peers are installed, in turn, and prints medians and ratios.
 *
 *     npm run bench [-- ROUNDS]        5 rounds where not given
 *
 * Every figure is wall time from the cold start of a command.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figures } from "./figures.js";
import { ours, peers } from "./peers.js";
import { rounds } from "./rounds.js";

const publication = fileURLToPath(new URL("../../manuscript", import.meta.url));
const work = await mkdtemp(join(tmpdir(), "quoin-bench-"));
try {
  const results = await rounds(
    [
      ours(publication, work, "quoin screen and epub", "screen,epub"),
      ours(publication, work, "quoin screen", "screen"),
      ours(publication, work, "quoin epub", "epub"),
      ...(await peers(publication, work)),
    ],
    Number(process.argv[2] ?? 5),
  );
  console.log(figures(results));
} finally {
  await rm(work, { recursive: true, force: true });
}
