import type { VFileMessage } from "vfile-message";
import { readMetadata } from "../metadata.js";
import { didYouMean, problem } from "../problem.js";
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
  const all = [...messages, ...seen.messages, ...onceEach(read.messages, unlisted)];
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

/** A source that is missing by one name most often lies there, unlisted, by another: tell it as the one mistake that it is. */
function onceEach(
  ofSources: readonly VFileMessage[],
  unlisted: readonly VFileMessage[],
): readonly VFileMessage[] {
  const there = new Map(unlisted.map((message) => [message.actual ?? "", message]));
  const told = ofSources.map((message) => {
    if (message.ruleId !== "source-missing" || !message.actual) return message;
    const meant = nearest(message.actual, [...there.keys()]);
    if (meant === undefined) return message;
    there.delete(meant);
    return Object.assign(message, { reason: `${message.reason}. Did you mean \`${meant}\`?` });
  });
  return [...told, ...there.values()];
}

/** Find the path that differs in case or lacks its ending, or by a letter or two. */
function nearest(path: string, files: readonly string[]): string | undefined {
  const forms = [path, `${path}.md`].map((form) => form.toLowerCase());
  return (
    files.find((file) => forms.includes(file.toLowerCase())) ??
    files.find((file) => didYouMean(path, [file]) !== "")
  );
}
