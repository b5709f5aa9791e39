import { resolve } from "node:path";
import { touchedBy } from "../catalogue/touched.js";
import { changedFiles } from "../edges/changed-files.js";
import { findPublications } from "../edges/find-publications.js";
import { type Command, UsageError } from "./command.js";

/** `quoin list`: the publications below a folder, or those that a change touches. */
export const list: Command = {
  help: `quoin list [FOLDER]

List every publication below FOLDER (the working folder, if none is named), one a line: each folder with a publication.yaml.

  --changed-since REF  only those that a change touches: a file in their folder, their theme, or what decides about packages above
                       it differs from the commit, or from where this branch left the branch, that REF names; what is not committed
                       yet counts, too
  --json               {"include": [{"folder": "books/atlas", "title": "Atlas"}]}, as a matrix of GitHub Actions takes it

Examples

  quoin list books                               all titles
  quoin list --changed-since origin/main --json  what a pull request must build

Exit code 0: fine, also where there is none. 2: git does not know REF, or a command line that makes no sense.
`,
  options: { "changed-since": { type: "string" }, json: { type: "boolean" } },
  arity: [0, 1],

  async run({ positionals: [given = "."], values }, terminal) {
    const root = resolve(terminal.cwd, given);
    const all = await findPublications(root);
    const since = values["changed-since"];
    const wanted = typeof since === "string" ? touchedBy(all, await changes(root, since)) : all;
    const titles = wanted.map(({ folder, title }) => ({
      folder: inFolder(given, folder),
      ...(title && { title }),
    }));
    if (values.json) terminal.stdout(`${JSON.stringify({ include: titles })}\n`);
    else for (const { folder } of titles) terminal.stdout(`${folder}\n`);
    return 0;
  },
};

async function changes(root: string, ref: string): Promise<readonly string[]> {
  const changed = await changedFiles(root, ref);
  if ("failed" in changed) throw new UsageError(`--changed-since ${ref}: ${changed.failed}`);
  return changed.files;
}

/** Name a folder so that another command of the same working folder finds it. */
function inFolder(given: string, folder: string): string {
  const path = [given.replaceAll("\\", "/").replace(/\/+$/, "") || "/", folder]
    .filter((part) => part !== ".")
    .join("/");
  return path.replace(/^\/\//, "/") || ".";
}
