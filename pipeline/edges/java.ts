import { spawnSync } from "node:child_process";

/** Ask Java for its version; undefined where there is none. */
export function java(): string | undefined {
  const { status, stderr } = spawnSync("java", ["-version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 ? stderr.split("\n")[0]?.trim() : undefined;
}
