import { digest } from "../../cache/digest.js";
import type { Disk } from "../disk.js";

/** All but what reads again what was read. */
type Question = Exclude<keyof Disk, "again">;

/** A question that was put to the disk, and the digest of what it answered. */
export type Look = readonly [question: Question, path: string, limit: number, answer: string];

/** Make a disk that answers as another does, and tells what it was asked. */
export function notingDisk(disk: Disk): { readonly disk: Disk; looks(): readonly Look[] } {
  const looks = new Map<string, Look>();
  const note = <T>(question: Question, path: string, limit: number, answer: T): T => {
    looks.set(`${question} ${limit} ${path}`, [question, path, limit, digest(answer)]);
    return answer;
  };
  return {
    disk: {
      read: async (path, limit) => note("read", path, limit, await disk.read(path, limit)),
      list: async (folder) => note("list", folder, 0, await disk.list(folder)),
      realPath: async (path) => note("realPath", path, 0, await disk.realPath(path)),
      kind: async (path) => note("kind", path, 0, await disk.kind(path)),
      again: disk.again,
      lastCommit: (folder) => note("lastCommit", folder, 0, disk.lastCommit(folder)),
    },
    looks: () => [...looks.values()],
  };
}

/** Say whether a disk answers every question as it did. */
export async function looksTheSame(disk: Disk, looks: readonly Look[]): Promise<boolean> {
  const same = await Promise.all(
    looks.map(
      async ([question, path, limit, answer]) => digest(await disk[question](path, limit)) === answer,
    ),
  );
  return same.every(Boolean);
}
