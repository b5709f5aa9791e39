import { dirname, join, normalize } from "node:path";
import type { VFileMessage } from "vfile-message";
import { isMarkdown } from "../metadata/is-markdown.js";
import { listedSources } from "../metadata/listed-sources.js";
import { problem } from "../problem.js";
import type { Manuscript, Metadata } from "../publication.js";
import type { Disk } from "./disk.js";

/** What stands in folders for whoever works there, and drafts by their name. */
const apart =
  /^(?:[._]|(?:readme|changelog|contributing|license|licence|notes|todo|import-report)(?:\.[\w-]+)+$)/i;

/** Find Markdown that lies beside the sources and is none of them: a chapter that was forgotten is in no edition. Its path is in `actual`. */
export async function unlistedSources(
  folder: string,
  metadata: Metadata,
  placeOf: Manuscript["placeOf"],
  disk: Disk,
): Promise<readonly VFileMessage[]> {
  const listed = new Set(
    listedSources(metadata).map(({ written }) => normalize(written).replaceAll("\\", "/")),
  );
  const folders = new Set(
    [...listed].map((path) => dirname(path)).filter((below) => !below.startsWith("..")),
  );
  const lists = await Promise.all(
    [...folders].sort().map(async (below) => {
      const entries = (await disk.list(join(folder, below))) ?? [];
      return entries
        .filter(({ name, kind }) => kind !== "folder" && isMarkdown(name) && !apart.test(name))
        .map(({ name }) => (below === "." ? name : `${below}/${name}`));
    }),
  );
  // A name is the same whether its letters are composed or in pieces.
  const names = new Set([...listed].map((path) => path.normalize("NFC")));
  const beside = lists.flat().filter((path) => !names.has(path.normalize("NFC")));
  if (beside.length === 0) return [];
  // What is listed may be a link to what lies beside it.
  const real = (path: string) => disk.realPath(join(folder, path));
  const targets = new Set(await Promise.all([...listed].map(real)));
  const unlisted = await Promise.all(
    beside.map(async (path) => (targets.has(await real(path)) ? [] : [path])),
  );
  return unlisted.flat().map((path) => {
    const message = problem(
      "source-unlisted",
      `Unexpected \`${path}\`, which neither front nor body nor back names: no edition has it; list it, or let its name begin with \`_\``,
      placeOf("body"),
    );
    message.actual = path;
    return message;
  });
}
