import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { packageRoot } from "./package-root.js";
import { errorCode } from "./read-file.js";

/** What `--ci` knows: the file that is written, as seen from the top of the repository, and what it is written from. */
export const ciFiles = {
  github: { file: ".github/workflows/publication.yml", from: "github.yml" },
  gitlab: { file: ".gitlab-ci.yml", from: "gitlab.yml" },
  forgejo: { file: ".forgejo/workflows/publication.yml", from: "forgejo.yml" },
  docker: { file: "Dockerfile", from: "docker.Dockerfile" },
} as const;

export type Ci = keyof typeof ciFiles;

/** Find the file that would be written for a publication's folder, which need not be there yet. */
export async function ciPath(ci: Ci, folder: string): Promise<string> {
  return join(await topOf(folder), ciFiles[ci].file);
}

/** Write the file of a CI system for the publication in a folder; resolves to why not, where it cannot be or is there already. */
export async function writeCi(ci: Ci, folder: string): Promise<string | undefined> {
  const path = await ciPath(ci, folder);
  const [text, { version }] = await Promise.all([
    readFile(join(packageRoot, "assets", "ci", ciFiles[ci].from), "utf8"),
    readFile(join(packageRoot, "package.json"), "utf8").then((json) => JSON.parse(json)),
  ]);
  const inner = relative(await topOf(folder), await realpath(folder)).replaceAll("\\", "/") || ".";
  const filled = text
    .replaceAll("@PUBLICATION@", () => JSON.stringify(inner))
    .replaceAll("@QUOIN@", () => JSON.stringify(`quoin@${version}`));
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, filled, { flag: "wx" });
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    return (
      {
        EEXIST: "it is there already",
        EACCES: "writing there is not permitted",
        ENOTDIR: "a file stands in its way",
      }[code] ?? code
    );
  }
}

/** The top of the repository around a folder; where there is none, the folder itself becomes one. */
async function topOf(folder: string): Promise<string> {
  const start = await realpath(folder).catch(() => folder);
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (at === dirname(at)) return start;
  }
}
