import type { VFileMessage } from "vfile-message";
import { readMetadata } from "../metadata.js";
import { problem } from "../problem.js";
import type { Manuscript } from "../publication.js";
import { type Disk, disk as thisDisk } from "./disk.js";
import { loadImages } from "./load-images.js";
import { loadSources } from "./load-sources.js";
import { readInside } from "./read-inside.js";
import { unlistedSources } from "./unlisted-sources.js";

/** What came of a publication folder: a manuscript unless a message is fatal. Messages name files relative to the folder. */
export interface LoadedManuscript {
  readonly manuscript?: Manuscript;
  readonly messages: readonly VFileMessage[];
}

const file = "publication.yaml";

/** Load a publication folder: its metadata, every source of its reading order, every image below it. */
export async function loadManuscript(
  folder: string,
  environment: { readonly sourceDateEpoch?: string | undefined },
  disk: Disk = thisDisk,
): Promise<LoadedManuscript> {
  const kind = await disk.kind(folder);
  if (!kind)
    return nothing(".", "There is no such folder; `quoin new FOLDER` makes a publication to start from");
  if (kind !== "folder") return nothing(".", "Unexpected file, expected the folder of a publication");
  const root = (await disk.realPath(folder)) ?? folder;
  const yaml = await readInside(root, file, 1_000_000, disk);
  if (!("bytes" in yaml)) {
    const remedy = yaml.missing ? "; `quoin new FOLDER` makes a publication to start from" : "";
    return nothing(file, `Unreadable ${file}: ${yaml.detail}${remedy}`);
  }
  const { metadata, placeOf, messages } = readMetadata(yaml.bytes, file, {
    ...environment,
    lastChange: () => disk.lastCommit(root),
  });
  if (!metadata) return { messages };
  const [read, seen, unlisted] = await Promise.all([
    loadSources(root, metadata, placeOf, disk),
    loadImages(root, file, disk),
    unlistedSources(root, metadata, placeOf, disk),
  ]);
  const all = [...messages, ...read.messages, ...seen.messages, ...unlisted];
  if (all.some(({ fatal }) => fatal)) return { messages: all };
  const { bytes } = yaml;
  return {
    manuscript: { metadata, placeOf, yaml: bytes, sources: read.sources, images: seen.images },
    messages: all,
  };
}

function nothing(where: string, reason: string): LoadedManuscript {
  return { messages: [problem("publication-missing", reason, { file: where })] };
}
