import { basename, dirname, extname, join, relative, resolve } from "node:path";
import type { VFileMessage } from "vfile-message";
import { layerOf, type ProfileLayer, readLayer, settleProfile } from "../printer/read-profile.js";
import { didYouMean, problem } from "../problem.js";
import type { Place, PressProfile } from "../publication.js";
import { type Disk, disk as thisDisk } from "./disk.js";
import { isInside } from "./inside.js";
import { packageRoot } from "./package-root.js";

/** What came of a printer's profile: a profile unless there are messages. */
export interface LoadedProfile {
  readonly profile?: PressProfile;
  readonly messages: readonly VFileMessage[];
}

const own = join(packageRoot, "assets", "printers");

/** What a profile lacks that extends none by name comes from here. */
const basis = "offset-eu";

/** List the names of quoin's own profiles. */
export async function listProfiles(disk: Disk = thisDisk): Promise<readonly string[]> {
  const entries = (await disk.list(own)) ?? [];
  return entries
    .filter(({ name }) => extname(name) === ".yaml")
    .map(({ name }) => basename(name, ".yaml"))
    .sort();
}

/**
 * Load the printer's profile that a publication asks for, by name or by a path in its folder, with the ICC profile that it
 * names; `place` is where it asks.
 */
export async function loadProfile(
  name: string,
  publication: string,
  place: Place,
  disk: Disk = thisDisk,
): Promise<LoadedProfile> {
  const layers: { layer: ProfileLayer; path: string }[] = [];
  const messages = await loadLayers(disk, name, publication, place, layers);
  if (messages.length > 0) return { messages };
  const named = layerOf(
    layers.map(({ layer }) => layer),
    "output",
  );
  const icc = named.written.output?.icc;
  const path = layers.find(({ layer }) => layer === named)?.path ?? "";
  const content =
    icc === undefined ? { bytes: new Uint8Array() } : await readIccFile(disk, icc, path, publication);
  if (!("bytes" in content)) {
    const reason = `Unreadable ICC profile \`${icc}\`: ${content.detail}`;
    return { messages: [problem("profile-invalid", reason, named.yaml.placeOf(["output", "icc"]))] };
  }
  return settleProfile(
    name,
    layers.map(({ layer }) => layer),
    content.bytes,
  );
}

/** Load a profile's file, then the one that it extends, and so on. */
async function loadLayers(
  disk: Disk,
  name: string,
  publication: string,
  place: Place,
  layers: { layer: ProfileLayer; path: string }[],
): Promise<readonly VFileMessage[]> {
  const found = await find(disk, name, publication, place);
  if (!("path" in found)) return [found];
  if (layers.some(({ path }) => path === found.path))
    return [problem("profile-invalid", `Unexpected circle: \`${name}\` extends itself`, place)];
  const content = await disk.read(found.path, 1_000_000);
  if (!("bytes" in content))
    return [problem("profile-unknown", `Unreadable printer's profile \`${name}\`: ${content.detail}`, place)];
  const { layer, messages } = readLayer(new TextDecoder().decode(content.bytes), found.shown);
  if (!layer) return messages;
  layers.push({ layer, path: found.path });
  const next = layer.written.extends ?? (found.isOwn ? undefined : basis);
  if (next === undefined) return [];
  return loadLayers(disk, next, publication, layer.yaml.placeOf(["extends"]), layers);
}

async function find(disk: Disk, name: string, publication: string, place: Place) {
  if (isPath(name)) {
    const path = resolve(publication, name);
    const real = (await disk.realPath(path)) ?? path;
    const outside = `Unexpected printer's profile outside the publication folder: \`${name}\``;
    if (!isInside(publication, path) || !isInside((await disk.realPath(publication)) ?? publication, real))
      return problem("profile-unknown", outside, place);
    return { path, shown: relative(publication, path).replaceAll("\\", "/"), isOwn: false };
  }
  const names = await listProfiles(disk);
  if (names.includes(name)) return { path: join(own, `${name}.yaml`), shown: `${name}.yaml`, isOwn: true };
  const hint = didYouMean(name, names) || ` Expected the path of a YAML file or one of ${names.join(", ")}`;
  return problem("profile-unknown", `Unexpected printer's profile \`${name}\`.${hint}`, place);
}

function isPath(name: string): boolean {
  return /[/\\]|^\.|\.ya?ml$/.test(name);
}

async function readIccFile(disk: Disk, icc: string, profile: string, publication: string) {
  const path = resolve(dirname(profile), icc);
  const folder = isInside(publication, profile) ? publication : own;
  const real = (await disk.realPath(path)) ?? path;
  if (!isInside(folder, path) || !isInside((await disk.realPath(folder)) ?? folder, real))
    return { missing: false, detail: "it lies outside the folder" };
  return disk.read(path, 20_000_000);
}
