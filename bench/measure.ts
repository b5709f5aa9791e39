import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A command to be timed. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a command used. */
export interface Usage {
  readonly ms: number;
  /** Bytes that the command and all its children held together, at their most; pages that they share count once. 0 where it was not weighed, or /proc is not there. */
  readonly memory: number;
}

/** Milliseconds after which a command is taken to hang: the slowest peer needs a sixth of it for 800 pages. */
const patience = 1_200_000;

/**
 * Run a command to its end and time it; `isWeighed` measures its memory, too. Throws, with the end of what it said, when it fails, hangs or cannot
 * be started.
 *
 * To ask the kernel what a process holds stops that process while its pages are counted: several that hold a gigabyte, asked four times a second,
 * are slowed by it, and a small one is not.
 */
export async function measure({ command, args, cwd, env }: Command, isWeighed: boolean): Promise<Usage> {
  const start = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let said = "";
  const hear = (chunk: unknown) => {
    said = `${said}${String(chunk)}`.slice(-2000);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  let memory = 0;
  const weigh = () => {
    memory = Math.max(memory, held(child.pid ?? 0));
  };
  const watch = isWeighed ? setInterval(weigh, 250) : undefined;
  // The whole group: a browser left behind would slow all that comes after.
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  };
  const late = setTimeout(end, patience);
  const interrupted = () => {
    end();
    process.exit(130);
  };
  process.once("SIGINT", interrupted);
  try {
    await new Promise<void>((done, fail) => {
      child.once("error", fail);
      child.once("close", (code) => (code === 0 ? done() : fail(new Error(`exit code ${code}: ${said}`))));
    });
    return { ms: performance.now() - start, memory };
  } finally {
    clearInterval(watch);
    clearTimeout(late);
    process.off("SIGINT", interrupted);
  }
}

/** Add up what a process and its descendants hold: proportional set sizes, in bytes. */
function held(root: number): number {
  const family = new Set([root]);
  const parents = processes();
  // Children may have lower numbers than their parents; a few rounds find all.
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family].reduce((sum, process) => sum + proportionalSize(process), 0);
}

function processes(): readonly (readonly [process: number, parent: number])[] {
  return listing().flatMap((process) => {
    const stat = text(`/proc/${process}/stat`);
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1];
    return parent === undefined ? [] : [[process, Number(parent)] as const];
  });
}

function listing(): readonly number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

const proportionalSize = (process: number) =>
  Number(/^Pss:\s+(\d+) kB/m.exec(text(`/proc/${process}/smaps_rollup`))?.[1] ?? 0) * 1024;

/** A process may be gone by now. */
function text(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
