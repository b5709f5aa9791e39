import { runTool } from "./run-tool.js";

/** Build a publication's screen PDF and e-book into a folder, in another process; resolves to what it said where it failed. */
export async function buildApart(
  folder: string,
  out: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const cli = process.argv[1] ?? "";
  const args = [...process.execArgv, cli, "build", folder, "--only", "screen,epub", "--out", out];
  const { code, stderr } = await runTool(process.execPath, args, process.env, signal);
  return code === 0 ? undefined : stderr.trimEnd();
}
