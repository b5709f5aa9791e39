/**
 * Builds volumes on a terminal and prints how far the times that it said to take still were from those that it then took: without a
 * record of an earlier build and with one, on this machine as it is and with other work on half of its processors.
 *
 *     npm run bench:estimate [-- CHAPTERS,... [EDITIONS]]        12,35 and screen where not given
 *
 * Needs `script` of util-linux, which gives a command a terminal.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { volume } from "./book/volume.js";
import { judge, type Shown } from "./shown-times.js";
import { writeFiles } from "./write-files.js";

const sizes = (process.argv[2] ?? "12,35").split(",").map(Number);
const editions = process.argv[3] ?? "screen";
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error("usage: npm run bench:estimate [-- CHAPTERS,... [EDITIONS]]");
  process.exit(2);
}

const cli = fileURLToPath(new URL("../../lib/cli.js", import.meta.url));
const work = await mkdtemp(join(tmpdir(), "quoin-bench-"));
try {
  for (const size of sizes) {
    for (const load of ["idle", "busy"] as const) {
      const publication = join(work, `volume-${size}-${load}`);
      const texts = volume(size);
      await writeFiles(publication, texts);
      const others = load === "busy" ? busy(Math.ceil(availableParallelism() / 2)) : [];
      try {
        tell(`${size} chapters, ${load}, no record`, await watch(publication));
        // Nothing that the first build kept is of use for these, but how long it took.
        const changed = Object.entries(texts).map(([path, text]) => [
          path,
          path.endsWith(".md") ? `${text}\nOne sentence more.\n` : text,
        ]);
        await writeFiles(publication, Object.fromEntries(changed));
        tell(`${size} chapters, ${load}, a record`, await watch(publication));
      } finally {
        for (const other of others) other.kill();
      }
    }
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

function busy(count: number): readonly ChildProcess[] {
  return Array.from({ length: count }, () => spawn(process.execPath, ["--eval", "for (;;);"]));
}

/** Build on a terminal, and keep what it shows. */
async function watch(publication: string): Promise<{ shown: readonly Shown[]; seconds: number }> {
  const words = [process.execPath, cli, "build", publication, "--only", editions];
  const command = [...words, "--out", join(work, "out"), "--cache", `${publication}-cache`].join(" ");
  const { CI: _, ...env } = process.env;
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    env: { ...env, TERM: "xterm" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const shown: Shown[] = [];
  child.stdout.on("data", (bytes: Buffer) => {
    // The line is wiped by a return, and drawn in one piece.
    const line =
      bytes
        .toString()
        .split(/[\r\n]/)
        .at(-1)
        ?.replace("\u001b[K", "") ?? "";
    shown.push({ at: since(), line });
  });
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`The build failed: ${shown.at(-1)?.line}`);
  return { shown, seconds: since() };
}

function tell(what: string, { shown, seconds }: { shown: readonly Shown[]; seconds: number }): void {
  const { looks, bias, off, rises, silent } = judge(shown, seconds);
  // A build may be over before there is a time to be off by.
  const percent = (share: number) =>
    Number.isNaN(share) ? "nothing that counts" : `${Math.round(share * 100)} %`;
  console.log(
    `${what.padEnd(32)} took ${seconds.toFixed(0)} s; shown at ¼ ½ ¾: ${looks.join(", ")}; off by ${percent(off)}, on the whole ${percent(bias)}; grew ${rises} times; none for ${silent} s`,
  );
}
