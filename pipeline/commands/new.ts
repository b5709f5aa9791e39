import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { writeStarter } from "../edges/new-folder.js";
import { type Ci, ciFiles, ciPath, writeCi } from "../edges/write-ci.js";
import { didYouMean } from "../problem.js";
import { type Arguments, type Command, refusalOf, type Terminal, UsageError } from "./command.js";

/** `quoin new`: a small publication to start from, and the file that a CI system builds it by. */
export const newPublication: Command = {
  help: `quoin new FOLDER

Write a small publication into FOLDER: publication.yaml with comments, chapters that show the syntax, a drawing.
It builds at once. A folder that holds anything is left alone.

  --ci NAME    also write what a CI system builds it by, at the top of the repository: github, gitlab, forgejo; or docker, a
               Dockerfile. To a folder that holds a publication only that file is added; nothing is overwritten

CI checks, builds and verifies, tells messages at their lines, compares a pull request with its base branch in a comment, keeps
artifacts and the cache, and makes a release with checksums of a tag v….

Examples

  quoin new book
  quoin build book
  quoin new book --ci github     a publication, and .github/workflows/publication.yml
  quoin new --ci gitlab          .gitlab-ci.yml for the publication that is here, or in manuscript

Exit code 0: written. 1: the machine does not let it be written. 2: FOLDER is not named or not empty, or the file is there already.
`,
  options: { ci: { type: "string" } },
  arity: [0, 1],

  async run({ positionals: [given], values }, terminal) {
    const ci = parseCi(values.ci);
    const folder = resolve(terminal.cwd, given ?? (ci && publicationHere(terminal.cwd)) ?? noFolder());
    const isThere = existsSync(join(folder, "publication.yaml"));
    if (ci && isThere) return addCi(ci, folder, terminal);
    if (ci && existsSync(await ciPath(ci, folder)))
      throw refusal(await ciPath(ci, folder), "it is there already", terminal);
    const refused = await writeStarter(folder);
    if (refused) throw refusalOf(`no publication can be made in ${given ?? "."}`, refused);
    const shown = relative(terminal.cwd, folder) || ".";
    terminal.stdout(
      `${shown} holds a publication: publication.yaml says what it is, the .md files are its chapters.\n\nBuild it:\n\n  quoin build ${shown}\n`,
    );
    if (!ci) return 0;
    terminal.stdout("\n");
    return addCi(ci, folder, terminal);
  },
};

async function addCi(ci: Ci, folder: string, terminal: Terminal): Promise<number> {
  const path = await ciPath(ci, folder);
  const refused = await writeCi(ci, folder);
  if (refused) throw refusal(path, refused, terminal);
  const shown = relative(terminal.cwd, path);
  terminal.stdout(
    `${shown} is written: commit it. What npm installs there, QUOIN, is the first thing to look at.\n`,
  );
  return 0;
}

function refusal(path: string, why: string, { cwd }: Terminal): UsageError {
  return new UsageError(`${relative(cwd, path)} cannot be written: ${why}`);
}

function parseCi(given: Arguments["values"][string]): Ci | undefined {
  if (given === undefined) return undefined;
  const name = String(given);
  if (Object.hasOwn(ciFiles, name)) return name as Ci;
  const known = Object.keys(ciFiles);
  throw new UsageError(
    `--ci knows no \`${name}\`.${didYouMean(name, known) || ` Expected one of ${known.join(", ")}`}`,
  );
}

function publicationHere(cwd: string): string | undefined {
  return [".", "manuscript"].find((folder) => existsSync(join(cwd, folder, "publication.yaml")));
}

function noFolder(): never {
  throw new UsageError("new needs the name of a folder");
}
