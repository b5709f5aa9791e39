import { createRequire } from "node:module";
import { digest } from "../../cache/digest.js";
import type { Identity } from "../../cache/editions.js";
import type { PlainMessage } from "../../plain-message.js";
import type { Cache, Metadata } from "../../publication.js";
import { disk } from "../disk.js";
import { packageRoot } from "../package-root.js";
import { type Look, looksTheSame } from "./looks.js";

/** What loading a folder came to, and every look at the disk that it came of. */
export interface Loading {
  readonly looks: readonly Look[];
  readonly identity: Identity;
  readonly metadata: Metadata;
  readonly messages: readonly PlainMessage[];
}

/** Keep what loading a folder came to. */
export async function keepLoading(
  cache: Cache,
  folder: string,
  epoch: string | undefined,
  loading: Loading,
): Promise<void> {
  await cache.put(keyOf(folder, epoch), { facts: loading, files: [] });
}

/**
 * Say what loading a folder would come to, without understanding what lies there: undefined unless the disk answers every
 * question of the last loading as it did then, byte for byte.
 */
export async function recallLoading(
  cache: Cache,
  folder: string,
  epoch: string | undefined,
): Promise<Loading | undefined> {
  const kept = await cache.get(keyOf(folder, epoch));
  if (!kept) return undefined;
  const loading = kept.facts as Loading;
  return (await looksTheSame(disk, loading.looks)) ? loading : undefined;
}

/** Beside the disk's answers loading knows the folders of this package and of all packages, and the date that the environment may give. */
function keyOf(folder: string, epoch: string | undefined): string {
  const packages = createRequire(import.meta.url).resolve.paths("any");
  return digest(["loading", folder, packageRoot, packages, epoch]);
}
