import { availableParallelism } from "node:os";
import { runTool } from "./run-tool.js";

/** What one build of a catalogue came to: its record, or what it said at its end where it has none. */
export type BuiltTitle =
  | { readonly code: number | null; readonly record: unknown }
  | { readonly code: number | null; readonly said: string };

/** Builds that run side by side where nothing is said: each has a browser, which keeps a second core busy. */
export const defaultJobs = Math.max(1, Math.min(8, Math.floor(availableParallelism() / 2)));

/** Build one title in a process of its own: whatever becomes of it is nothing to the others, and its memory is given back. */
export async function buildTitle(
  folder: string,
  options: readonly string[],
  cwd: string,
  signal: AbortSignal,
): Promise<BuiltTitle> {
  const args = [...process.execArgv, process.argv[1] ?? "", "build", folder, ...options, "--json"];
  const { code, stdout, stderr } = await runTool(process.execPath, args, process.env, signal, cwd);
  try {
    return { code, record: JSON.parse(stdout) };
  } catch {
    return { code, said: stderr.trim().split("\n").slice(-3).join("\n") || "it ended without a word" };
  }
}
