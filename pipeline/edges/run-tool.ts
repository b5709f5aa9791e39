import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

/** How a tool ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Milliseconds after which a program that was asked to end is made to. */
const patience = 5000;

/**
 * Run a program to its end, without a shell, in a folder (the working one); rejects where it cannot be started, and where the
 * signal aborts, when it has ended. `how` is the signal that asks it to.
 */
export function runTool(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  cwd?: string,
  how: NodeJS.Signals = "SIGTERM",
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      signal,
      cwd,
      killSignal: how,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", (error) => {
      const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
      if (!isRunning) return reject(error);
      const timer = setTimeout(() => child.kill("SIGKILL"), patience);
      child.once("exit", () => {
        clearTimeout(timer);
        reject(error);
      });
    });
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Find a file of an optional package, as seen from the working folder, else from quoin; undefined where it is not installed. */
export function findInPackage(file: string, cwd: string): string | undefined {
  for (const from of [join(cwd, "index.js"), import.meta.url]) {
    try {
      return createRequire(from).resolve(file);
    } catch {
      // Not installed there: an optional tool.
    }
  }
  return undefined;
}
