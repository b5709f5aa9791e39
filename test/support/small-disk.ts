import { spawnSync } from "node:child_process";

/** Run a line of shell where a folder is a small disk of its own, as no process but its own sees it. */
export function withDisk(folder: string, size: string, line: string) {
  const mount = `mount -t tmpfs -o size=${size} quoin '${folder}' && ${line}`;
  return spawnSync("unshare", ["-rm", "sh", "-c", mount], {
    encoding: "utf8",
    env: { ...process.env, TMPDIR: folder, NO_COLOR: "1" },
  });
}

/** Whether this machine lets a process have a disk of its own. */
export const mounts =
  process.platform === "linux" &&
  spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "quoin", "/mnt"]).status === 0;
