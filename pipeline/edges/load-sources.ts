import { basename, dirname, isAbsolute, join, normalize } from "node:path";
import type { VFileMessage } from "vfile-message";
import { type ListedSource, listedSources } from "../metadata/listed-sources.js";
import { problem } from "../problem.js";
import type { Manuscript, Metadata, Place, Source } from "../publication.js";
import type { Disk } from "./disk.js";
import { isInside } from "./inside.js";
import type { FileContent } from "./read-file.js";

const byteLimit = 20_000_000;

/** Load every source of the reading order; each one that cannot be had is a message at its entry in publication.yaml, with its path in `actual` where it is missing. */
export async function loadSources(
  folder: string,
  metadata: Metadata,
  placeOf: Manuscript["placeOf"],
  disk: Disk,
): Promise<{ sources: readonly Source[]; messages: readonly VFileMessage[] }> {
  const seen = new Map<string, Place>();
  const results = await Promise.all(
    listedSources(metadata).map(async (listed): Promise<Source | VFileMessage> => {
      const { written, at } = listed;
      const place = placeOf(...at);
      const path = normalize(written).replaceAll("\\", "/");
      const first = seen.get(path);
      if (first) {
        const reason = `Unexpected second \`${written}\` in the reading order; the first is on line ${first.line}`;
        return problem("source-duplicate", reason, place);
      }
      seen.set(path, place);
      return loadSource(disk, folder, listed, path, place);
    }),
  );
  return {
    sources: results.filter((result): result is Source => "bytes" in result),
    messages: results.filter((result): result is VFileMessage => !("bytes" in result)),
  };
}

async function loadSource(
  disk: Disk,
  folder: string,
  { at: _, written, ...listed }: ListedSource,
  path: string,
  place: Place,
): Promise<Source | VFileMessage> {
  const outside = `Unexpected source outside the publication folder: \`${written}\``;
  const target = join(folder, path);
  if (isAbsolute(path) || /^[a-z]:/i.test(path) || !isInside(folder, target))
    return problem("source-outside", outside, place);
  // A link that leads nowhere has no real path: reading it then says so.
  const real = (await disk.realPath(target)) ?? target;
  if (!isInside(folder, real)) return problem("source-outside", `${outside} is a link to ${real}`, place);
  const content = await readByName(disk, target);
  if ("bytes" in content) return { ...listed, path, bytes: content.bytes };
  if (!content.missing)
    return problem("source-unreadable", `Unexpected source \`${written}\`: ${content.detail}`, place);
  const joined = /\.\w+ - /.test(path) ? ". Expected the `-` of each entry at the same depth" : "";
  const message = problem(
    "source-missing",
    `Unexpected source \`${written}\`: ${content.detail}${joined}`,
    place,
  );
  message.actual = path;
  return message;
}

/** Read a file by its name as letters, whether the disk keeps them composed or, as a Mac writes them, in pieces. */
async function readByName(disk: Disk, path: string): Promise<FileContent> {
  const content = await disk.read(path, byteLimit);
  if ("bytes" in content || !content.missing) return content;
  const wanted = basename(path).normalize("NFC");
  const entries = (await disk.list(dirname(path))) ?? [];
  const found = entries.find(({ name, kind }) => kind === "file" && name.normalize("NFC") === wanted);
  return found ? disk.read(join(dirname(path), found.name), byteLimit) : content;
}
