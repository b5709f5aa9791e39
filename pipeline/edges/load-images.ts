import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { VFileMessage } from "vfile-message";
import { imageName } from "../image-names.js";
import { problem } from "../problem.js";
import type { ImageFile } from "../publication.js";
import { type Disk, disk as thisDisk } from "./disk.js";
import { heldLoosely } from "./held-loosely.js";
import { isInside } from "./inside.js";

/** Bytes of one image: a photograph for a poster is larger than any that a report needs. */
const byteLimit = 200_000_000;

interface Found {
  readonly path: string;
  readonly outside?: string;
}

/** Say whether a folder's name is one that no image is looked for in. */
export function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules" || name === "dist";
}

/** Load every image below a publication folder, links out of it refused; `folder` has its links resolved. */
export async function loadImages(
  folder: string,
  file: string,
  disk: Disk = thisDisk,
  countLimit = 5000,
): Promise<{ images: ReadonlyMap<string, ImageFile>; messages: readonly VFileMessage[] }> {
  const found: Found[] = [];
  await walk(disk, folder, "", found, countLimit + 1);
  const messages =
    found.length > countLimit
      ? [
          problem("images-unbounded", `Unexpected number of images: more than ${countLimit}`, {
            file,
            line: 1,
            column: 1,
          }),
        ]
      : [];
  const images: ImageFile[] = [];
  const wanted = found.slice(0, countLimit);
  for (let i = 0; i < wanted.length; i += 32) {
    images.push(...(await Promise.all(wanted.slice(i, i + 32).map((image) => load(disk, folder, image)))));
    // What is held loosely can be let go when a turn of the loop is over, and small files are read in none.
    await setImmediate();
  }
  return { images: new Map(images.map((image) => [image.path, image])), messages };
}

async function load(disk: Disk, folder: string, { path, outside }: Found): Promise<ImageFile> {
  if (outside) return { path, problem: "outside", detail: `it is a link to ${outside}` };
  // Asked first, so that a change while it is read is seen later.
  const again = disk.again(join(folder, path), path);
  const content = await disk.read(join(folder, path), byteLimit);
  if (!("bytes" in content)) return { path, problem: "unreadable", detail: content.detail };
  const bytes = heldLoosely(content.bytes, again);
  return {
    path,
    get bytes() {
      return bytes();
    },
  };
}

/** Depth first in the order of names, so that the same folder gives the same map everywhere. */
async function walk(
  disk: Disk,
  root: string,
  below: string,
  found: Found[],
  limit: number,
  depth = 0,
): Promise<void> {
  if (depth > 20) return;
  for (const { name, kind } of (await disk.list(join(root, below))) ?? []) {
    if (found.length >= limit) return;
    const path = below ? `${below}/${name}` : name;
    const isImage = imageName.test(name);
    if (kind === "link") {
      const target = (await disk.realPath(join(root, path))) ?? "nothing";
      const outside = target === "nothing" || isInside(root, target) ? {} : { outside: target };
      if (isImage) found.push({ path, ...outside });
      else if ("outside" in outside) await refuse(disk, root, path, target, found, limit);
    } else if (kind === "folder") {
      if (!isPassedOver(name)) await walk(disk, root, path, found, limit, depth + 1);
    } else if (isImage) found.push({ path });
  }
}

/** Name the images of a folder that a link leads out to, so that their use is refused and not just missed. */
async function refuse(
  disk: Disk,
  root: string,
  path: string,
  target: string,
  found: Found[],
  limit: number,
): Promise<void> {
  const entries = (await disk.list(join(root, path))) ?? [];
  for (const { name } of entries.filter((entry) => imageName.test(entry.name))) {
    if (found.length < limit) found.push({ path: `${path}/${name}`, outside: join(target, name) });
  }
}
