/**
 * Builds the project's own manuscript with quoin and with whichever peers are installed, in turn, and prints medians and ratios.
 *
 *     npm run bench [-- ROUNDS]        5 rounds where not given
 *
 * Every figure is wall time from the cold start of a command. The peers get the HTML, styles and fonts that quoin itself
 * typesets: WeasyPrint (`weasyprint` on PATH), pagedjs-cli (`pagedjs-cli` on PATH or PAGEDJS_CLI; with quoin's headless shell, and
 * with an installed Chrome or Chromium, as its users have it), Pandoc for the e-book.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { browsers } from "./browsers.js";
import { peerHtml } from "./peer-html.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "lib/cli.js");
const rounds = Number(process.argv[2] ?? 5);

interface Runner {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The browser that it is told to work with. */
  readonly browser?: string;
}

const work = await mkdtemp(join(tmpdir(), "quoin-bench-"));
try {
  const { html, files } = await peerHtml(root);
  const { own, installed } = await browsers();
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), bytes);
  }
  const page = join(work, "report.html");
  await writeFile(page, html);
  const sources = (await readdir(join(root, "manuscript"))).filter((name) => name.endsWith(".md"));
  const build = (name: string, only: string): Runner => ({
    name,
    command: process.execPath,
    args: [
      cli,
      "build",
      join(root, "manuscript"),
      "--only",
      only,
      "--out",
      join(work, name.replaceAll(" ", "-")),
    ],
  });
  const pagedjs = (name: string, browser: string): Runner => ({
    name,
    browser,
    command: process.env.PAGEDJS_CLI ?? "pagedjs-cli",
    args: [page, "-o", join(work, "pagedjs.pdf"), "--browserArgs", "--no-sandbox"],
  });
  const runners: readonly Runner[] = [
    build("quoin screen and epub", "screen,epub"),
    build("quoin screen", "screen"),
    build("quoin epub", "epub"),
    { name: "weasyprint", command: "weasyprint", args: ["-q", page, join(work, "weasyprint.pdf")] },
    pagedjs("pagedjs-cli, same browser", own),
    ...(installed ? [pagedjs("pagedjs-cli, whole Chrome", installed)] : []),
    {
      name: "pandoc epub",
      command: "pandoc",
      args: ["-o", join(work, "pandoc.epub"), ...sources.map((name) => join(root, "manuscript", name))],
    },
  ];

  const times = new Map<string, number[]>();
  const missing = new Set<string>();
  for (let round = 0; round <= rounds; round++) {
    for (const runner of runners.filter(({ name }) => !missing.has(name))) {
      const start = performance.now();
      try {
        await run(runner.command, [...runner.args], {
          cwd: join(root, "manuscript"),
          env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: runner.browser },
          maxBuffer: 1 << 26,
        });
      } catch (error) {
        missing.add(runner.name);
        const reason =
          error instanceof Error ? error.message.split("\n").slice(0, 3).join(" ") : String(error);
        console.error(`${runner.name}: left out (${reason})`);
        continue;
      }
      // The first round warms the disk's cache and is not counted.
      if (round > 0) times.set(runner.name, [...(times.get(runner.name) ?? []), performance.now() - start]);
    }
  }

  const base = median(times.get("quoin screen and epub") ?? []);
  console.log(
    `${"".padEnd(28)}${"median".padStart(9)}${"min".padStart(9)}${"max".padStart(9)}${"ratio".padStart(9)}`,
  );
  for (const [name, all] of times) {
    const figures = [median(all), Math.min(...all), Math.max(...all)].map((ms) =>
      `${(ms / 1000).toFixed(2)} s`.padStart(9),
    );
    console.log(`${name.padEnd(28)}${figures.join("")}${(median(all) / base).toFixed(2).padStart(9)}`);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
