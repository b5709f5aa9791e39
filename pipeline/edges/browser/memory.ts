import { readdir, readFile } from "node:fs/promises";

/**
 * Make a scale for the processes of a group, which lives as long as they. Each weighing tells how many megabytes they hold that no
 * file stands behind; undefined where the system does not show it, which only Linux does.
 */
export function scaleOf(group: number): () => Promise<number | undefined> {
  // Of all that run on a machine few are the group's, and to read what each is takes long: the others are asked once.
  let foreign: ReadonlySet<string> = new Set();
  return async () => {
    const names = await readdir("/proc").catch(() => []);
    const pids = names.filter((name) => /^\d+$/.test(name));
    const known = foreign;
    const others = new Set(pids.filter((pid) => known.has(pid)));
    const weighed = await Promise.all(
      pids
        .filter((pid) => !known.has(pid))
        .map(async (pid) => {
          const size = await sizeOf(pid, group);
          if (size === "foreign") others.add(pid);
          return size;
        }),
    );
    foreign = others;
    const sizes = weighed.filter((size) => typeof size === "number");
    return sizes.length === 0 ? undefined : sizes.reduce((sum, size) => sum + size, 0) / 1024;
  };
}

/** Kilobytes of one process of the group (proc(5)); it may end while it is looked at. */
async function sizeOf(pid: string, group: number): Promise<number | "foreign" | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  if (stat === "") return undefined;
  // Its name may hold spaces and brackets; state, parent and group come behind.
  const [, , own] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (Number(own) !== group) return "foreign";
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}
