/**
 * Builds the press edition beside the screen edition, of the project's own manuscript and of a volume with photographs, and
 * prints times, their ratio, pages, and the peak memory of the whole process tree.
 *
 *     npm run bench:press [-- ROUNDS [CHAPTERS,PHOTOGRAPHS]]        3 rounds, 14 chapters (over 300 pages), 50 photographs where not given;
 *                                                                   no volume where it would have no chapters
 *
 * The photographs have 3 megapixels. "Kept images" is a press edition of which an earlier one, with another text, has left the
 * converted images in the cache. Last come the milliseconds of the processor that one photograph takes, where the engine optimises
 * WebAssembly and where it does not.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { photograph } from "./book/photograph.js";
import { volume } from "./book/volume.js";
import { figures } from "./figures.js";
import { measure } from "./measure.js";
import { ours, type Runner } from "./peers.js";
import { rounds } from "./rounds.js";
import { writeFiles } from "./write-files.js";

const [count = 3, [chapters = 14, photographs = 50] = []] = [
  process.argv[2] === undefined ? undefined : Number(process.argv[2]),
  process.argv[3]?.split(",").map(Number),
];
if ([count, chapters, photographs].some((number) => !Number.isInteger(number) || number < 0)) {
  console.error("usage: npm run bench:press [-- ROUNDS [CHAPTERS,PHOTOGRAPHS]]");
  process.exit(2);
}

const work = await mkdtemp(join(tmpdir(), "quoin-bench-"));
try {
  const manuscript = fileURLToPath(new URL("../../manuscript", import.meta.url));
  console.log(`the manuscript, ${count} rounds`);
  console.log(figures(await rounds([screen(manuscript), press(manuscript)], count)));

  if (chapters > 0) await timeVolume();

  const [optimised, plain] = [await converting(), await converting("--liftoff-only")];
  console.log(`\na photograph: ${optimised} ms of the processor, without optimising ${plain} ms`);
} finally {
  await rm(work, { recursive: true, force: true });
}

async function timeVolume(): Promise<void> {
  const publication = join(work, "volume");
  const bare = volume(chapters);
  await writeFiles(publication, bare);
  const texts = await illustrate(bare);
  await writeFiles(publication, texts);
  console.log(`\n${chapters} chapters, ${photographs} photographs, one round`);
  const kept = keeping(publication);
  await measure(kept, false);
  await writeFiles(publication, { "chapter-01.md": `${texts["chapter-01.md"]}\nOne word more.\n` });
  console.log(figures(await rounds([screen(publication), press(publication), kept], 0)));
}

async function converting(...flags: readonly string[]): Promise<string> {
  const script = fileURLToPath(new URL("convert.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script]);
  return stdout.trim();
}

function screen(publication: string): Runner {
  return ours(publication, work, "screen", "screen");
}

function press(publication: string): Runner {
  return ours(publication, work, "press", "press");
}

/** The press edition with a cache of its own. */
function keeping(publication: string): Runner {
  const { args, ...runner } = ours(publication, work, "press, kept images", "press");
  const cache = ["--cache", join(work, "cache")];
  return { ...runner, args: args.flatMap((arg) => (arg === "--no-cache" ? cache : [arg])) };
}

/** Write photographs, each another, and put them into the chapters in turn; returns the chapters. */
async function illustrate(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const names = Object.keys(files).filter((name) => name.endsWith(".md"));
  const texts = new Map(names.map((name) => [name, files[name] ?? ""]));
  for (let number = 1; number <= photographs; number++) {
    const name = names[number % names.length] ?? "";
    const text = texts.get(name) ?? "";
    const at = text.indexOf("\n\n## ", (text.length * (number % 7)) / 8);
    const picture = `\n\n![Water, seen ${number} times.](images/photograph-${number}.jpg)`;
    texts.set(name, `${text.slice(0, at)}${picture}${text.slice(at)}`);
    await writeFile(join(work, "volume", "images", `photograph-${number}.jpg`), await photograph(number));
  }
  return Object.fromEntries(texts);
}
