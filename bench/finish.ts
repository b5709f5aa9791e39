/**
 * Measures what is done to a PDF after Chromium has printed it (tags, check, labels, outline, metadata, saving), on the project's own manuscript,
 * and prints medians: milliseconds a page, what of it processors worked (on a busy machine the rest is waiting), and the ratio to Chromium's own print.
 *
 *     npm run bench:finish [-- ROUNDS]        5 rounds where not given
 *
 * Every round is a process of its own that finishes once, as the command does: nothing has been compiled or kept from before.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createTypesetter } from "../pipeline/edges/browser.js";
import { loadManuscript } from "../pipeline/edges/load-manuscript.js";
import { loadTheme } from "../pipeline/edges/load-theme.js";
import { tuneEngine } from "../pipeline/edges/tune-engine.js";
import { examine } from "../pipeline/examine.js";
import { finish, loadFinishing } from "../pipeline/write/pdf/finish.js";
import { printDocument } from "../pipeline/write/pdf/print-document.js";
import { median } from "./median.js";

/** One round, in milliseconds. */
interface Round {
  readonly pages: number;
  readonly print: number;
  readonly finish: number;
  /** Of all threads. */
  readonly worked: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const self = fileURLToPath(import.meta.url);

if (process.argv[2] === "once") console.log(JSON.stringify(await once()));
else await report(Number(process.argv[2] ?? 5));

async function once(): Promise<Round> {
  // As the command does.
  tuneEngine();
  const { manuscript } = await loadManuscript(`${root}manuscript`, {});
  if (!manuscript) throw new Error("the manuscript has errors: see quoin check");
  const { metadata, placeOf } = manuscript;
  const { theme } = await loadTheme(metadata.theme, `${root}manuscript`, placeOf("theme"));
  if (!theme) throw new Error("the theme has errors: see quoin check");
  const { publication } = await examine(manuscript, theme);
  const document = await printDocument(publication, theme, "screen");
  const browser = createTypesetter();
  try {
    let start = 0;
    const paged = () => {
      start = performance.now();
    };
    const typeset = await browser.typesetter.typeset(document, { paged });
    const printed = performance.now();
    // The command loads it while the browser works.
    await loadFinishing();
    const [before, idle] = [performance.now(), process.cpuUsage()];
    await finish(typeset, publication, theme, document.blocks);
    const { user, system } = process.cpuUsage(idle);
    return {
      pages: typeset.pages.length,
      print: printed - start,
      finish: performance.now() - before,
      worked: (user + system) / 1000,
    };
  } finally {
    await browser.close();
  }
}

async function report(rounds: number): Promise<void> {
  const all: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const { stdout } = await promisify(execFile)(process.execPath, [self, "once"]);
    all.push(JSON.parse(stdout) as Round);
  }
  const pages = all[0]?.pages ?? 0;
  const [print, finishing, worked] = (["print", "finish", "worked"] as const).map((key) =>
    median(all.map((each) => each[key])),
  );
  const line = (name: string, ms = 0) =>
    `${name.padEnd(28)}${ms.toFixed(0).padStart(6)} ms${(ms / pages).toFixed(1).padStart(8)} ms a page`;
  console.log(`${pages} pages, median of ${rounds} rounds`);
  console.log(line("Chromium's print", print));
  console.log(line("all that comes after", finishing));
  console.log(line("work of processors for it", worked));
  console.log(`${"ratio".padEnd(28)}${((finishing ?? 0) / (print ?? 1)).toFixed(2).padStart(6)}`);
}
