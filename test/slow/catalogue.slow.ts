import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeTitle } from "../support/catalogue.js";
import { root } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

// Only Linux shows the memory of its processes as files.
test.runIf(process.platform === "linux")(
  "two hundred titles are built in memory that does not grow",
  { timeout: 1_800_000 },
  async () => {
    const folder = temporaryFolder();
    for (let n = 0; n < 200; n++)
      writeTitle(
        join(folder, `books/title-${n}`),
        `title-${n}`,
        `# Title ${n}\n\n${"Words of it. ".repeat(200)}\n`,
      );
    const args = [
      `${root}lib/cli.js`,
      "build",
      "--all",
      "books",
      "--only",
      "epub",
      "--jobs",
      "2",
      "--no-cache",
      "--json",
    ];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const memory: number[] = [];
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    // A line for each title: the time to look.
    child.stderr.on("data", () => memory.push(residentOf(child.pid)));
    const code = await new Promise((resolve) => child.once("close", resolve));
    const { ok, titles } = JSON.parse(stdout);
    expect([code, ok, titles.length]).toEqual([0, true, 200]);
    const [early, late] = [memory.slice(5, 25), memory.slice(-20)].map((part) => Math.max(...part));
    console.log(`memory: ${early} MB early, ${late} MB late`);
    expect(late).toBeLessThan((early ?? 0) + 40);
    expect(late).toBeLessThan(200);
  },
);

/** Megabytes of a process that are in memory. */
function residentOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
