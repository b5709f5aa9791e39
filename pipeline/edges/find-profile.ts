import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { readMetadata } from "../metadata.js";
import { isInside } from "./inside.js";
import { type LoadedProfile, loadProfile } from "./load-profile.js";
import { readBytes } from "./read-file.js";

const file = "publication.yaml";

/** The profile of those who name none and have no publication that does. */
const usual = "offset-eu";

/** A profile, and the folder that its messages count their files from. */
export interface FoundProfile extends LoadedProfile {
  readonly folder: string;
}

/**
 * Find a printer's profile for a PDF: the one that is named, as a build of the publication in `folder` would find it, or that
 * publication's own, or the usual one.
 */
export async function findProfile(
  name: string | undefined,
  cwd: string,
  folder: string,
): Promise<FoundProfile> {
  if (name === undefined) return ownProfile(folder);
  const place = { file: ".", line: 1, column: 1 };
  const path = resolve(cwd, name);
  const isFile = await stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
  if (!isFile) return { folder, ...(await loadProfile(name, folder, place)) };
  const home = isInside(folder, path) ? folder : dirname(path);
  const inside = `./${relative(home, path).replaceAll("\\", "/")}`;
  return { folder: home, ...(await loadProfile(inside, home, place)) };
}

async function ownProfile(folder: string): Promise<FoundProfile> {
  const yaml = await readBytes(join(folder, file), 1_000_000);
  if (!("bytes" in yaml))
    return { folder, ...(await loadProfile(usual, folder, { file, line: 1, column: 1 })) };
  const { metadata, placeOf, messages } = readMetadata(yaml.bytes, file, { lastChange: () => undefined });
  if (!metadata) return { folder, messages };
  return { folder, ...(await loadProfile(metadata.press.profile, folder, placeOf("press", "profile"))) };
}
