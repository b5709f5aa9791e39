import { readdir, readFile } from "node:fs/promises";

/**
 * Tell how many megabytes the processes of a group hold that no file stands behind; undefined where the system does not show it,
 * which only Linux does.
 */
export async function memoryOfGroup(group: number): Promise<number | undefined> {
  const names = await readdir("/proc").catch(() => []);
  const sizes = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((pid) => sizeOf(pid, group)),
  );
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0) / 1024;
}

/** Kilobytes of one process of the group (proc(5)); it may end while it is looked at. */
async function sizeOf(pid: string, group: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // Its name may hold spaces and brackets; state, parent and group come behind.
  const [, , own] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (Number(own) !== group) return undefined;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}
