import { existsSync } from "node:fs";
import { realpath, rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { buildApart } from "../edges/build-apart.js";
import { checkOutCommit, findCommit } from "../edges/check-out-commit.js";
import { type EditionFiles, loadEdition } from "../edges/load-edition.js";
import { makeTemporaryFolder } from "../edges/temporary-folder.js";
import { type Terminal, UsageError } from "./command.js";

/** A publication that is to be compared and cannot be built: exit code 1. */
export class BuildFailed extends Error {}

/**
 * Find what an operand of `diff` names: a folder with artifacts, a PDF, an EPUB; a publication's folder, which is built as it
 * stands; a commit, whose publication is built. Throws a `UsageError` where it is none of these, and `BuildFailed`.
 */
export async function findEdition(name: string, other: string, terminal: Terminal): Promise<EditionFiles> {
  const { cwd, signal } = terminal;
  const path = resolve(cwd, name);
  if (isPublication(path)) return buildFolder(name, path, terminal);
  const found = await loadEdition(path, name);
  if (typeof found === "object") return found;
  if (found !== undefined) throw nothing(name, found);
  const named = await commitOf(name, other, terminal);
  if (!named) throw nothing(name, "there is no such file, and git knows no such commit");
  const { commit, folder } = named;
  const laid = await checkOutCommit(commit, folder, cwd, signal);
  if (typeof laid === "string") throw nothing(name, laid);
  try {
    if (!isPublication(laid.folder)) throw nothing(name, `there was no ${folder}/publication.yaml then`);
    return await build(name, laid.folder, laid.out, laid.tree, terminal);
  } finally {
    await laid.remove();
  }
}

/** Read a name as a commit, or as the folder of a publication in one: `main`, `book@v1`, `book@HEAD~1`. */
async function commitOf(
  name: string,
  other: string,
  { cwd, signal }: Terminal,
): Promise<{ readonly commit: string; readonly folder: string } | undefined> {
  const whole = await findCommit(name, cwd, signal);
  if (whole) return { commit: whole, folder: folderOf(other, cwd) };
  const at = name.indexOf("@");
  if (at < 1) return undefined;
  const commit = await findCommit(name.slice(at + 1), cwd, signal);
  return commit === undefined ? undefined : { commit, folder: name.slice(0, at).replace(/\/+$/, "") };
}

/** The publication that a bare commit is asked for is that of the other operand, where it names one. */
function folderOf(other: string, cwd: string): string {
  const [before = ""] = other.split("@");
  return isPublication(resolve(cwd, before)) && before !== "" ? before.replace(/\/+$/, "") : "manuscript";
}

async function buildFolder(name: string, folder: string, terminal: Terminal): Promise<EditionFiles> {
  const place = await realpath(makeTemporaryFolder("diff"));
  try {
    return await build(name, folder, join(place, "dist"), terminal.cwd, terminal);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Build a publication, and load what came of it; messages name their files as seen from `top`. */
async function build(
  name: string,
  folder: string,
  out: string,
  top: string,
  terminal: Terminal,
): Promise<EditionFiles> {
  terminal.stderr(`building ${name}\n`);
  const failed = await buildApart(folder, out, terminal.signal);
  if (failed !== undefined) throw new BuildFailed(`${failed}\nThe publication of ${name} does not build.\n`);
  const made = await loadEdition(out, name);
  if (typeof made !== "object") throw new Error(`A build left nothing to compare: ${made ?? "no folder"}`);
  const messages = made.record?.messages.map((message) => ({
    ...message,
    file: message.file && relative(top, resolve(out, message.file)).replaceAll("\\", "/"),
  }));
  const built = [...new Set(made.files.map(({ kind }) => kind))];
  return { ...made, built, ...(messages && { record: { messages } }) };
}

function isPublication(path: string): boolean {
  return existsSync(join(path, "publication.yaml"));
}

function nothing(name: string, why: string): UsageError {
  return new UsageError(`nothing to compare at ${name}: ${why}`);
}
