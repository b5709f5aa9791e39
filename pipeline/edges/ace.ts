import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Found, findBrowser } from "./browser/find.js";
import { environment, remedy } from "./browser/launch.js";
import { type Surroundings, thisMachine } from "./browser/surroundings.js";
import { NoRoom } from "./no-room.js";
import { findInPackage, runTool } from "./run-tool.js";
import { makeTemporaryFolder } from "./temporary-folder.js";

/** What an outside tool said: its report, parsed from JSON, or why it did not run. */
export type Outcome =
  | { readonly report: unknown }
  | { readonly skipped: string }
  | { readonly failed: string };

/** Run DAISY Ace over an EPUB in quoin's browser, where the package `@daisy/ace-cli` is installed, for at most `limit` milliseconds. */
export async function ace(path: string, cwd: string, signal: AbortSignal, limit: number): Promise<Outcome> {
  const program = findInPackage("@daisy/ace-cli/bin/ace.js", cwd);
  if (!program) return { skipped: "not installed; npm install --save-dev @daisy/ace-cli" };
  const machine = thisMachine();
  const browser = await findBrowser(machine, signal);
  const folder = folderForAce();
  if (folder instanceof NoRoom) return { failed: folder.message };
  // A book of thousands of notes takes it minutes.
  const late = AbortSignal.timeout(limit);
  try {
    // Ace keeps a configuration and a log at home: a home of its own leaves nothing behind.
    const env = {
      ...(await environmentFor(browser, machine, signal)),
      HOME: folder,
      TMPDIR: folder,
      PUPPETEER_EXECUTABLE_PATH: browser.path,
    };
    const args = [program, "-f", "-o", folder, "-T", String(limit), path];
    const either = AbortSignal.any([signal, late]);
    // Asked so, it takes its browser with it.
    const ended = await runTool(process.execPath, args, env, either, undefined, "SIGINT");
    const report = await readFile(join(folder, "report.json"), "utf8").catch(() => undefined);
    if (report === undefined) return { failed: `${ended.stdout}${ended.stderr}`.trim().slice(-500) };
    return { report: JSON.parse(report) };
  } catch (error) {
    if (!late.aborted || signal.aborted) throw error;
    return {
      failed: `not ended within ${limit / 1000} s, so nothing was checked by it; --max-time S gives it more`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** That Ace finds no room is no reason to leave out what the other tools said. */
function folderForAce(): string | NoRoom {
  try {
    return makeTemporaryFolder("ace");
  } catch (error) {
    if (error instanceof NoRoom) return error;
    throw error;
  }
}

/** Ace starts the browser itself: it has to be told what a bare system lacks. */
async function environmentFor(browser: Found, machine: Surroundings, signal: AbortSignal) {
  const plain = { sandbox: machine.uid !== 0, ownLibraries: false };
  const env = environment(browser, plain, machine);
  const { stderr } = await runTool(browser.path, ["--version"], env, signal);
  return environment(browser, remedy(stderr, plain, browser) ?? plain, machine);
}
