import type { Command } from "./command.js";

/** Every command, loaded when it is asked for: `--help` waits for none of them. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./build.js")).build,
  check: async () => (await import("./check.js")).check,
  list: async () => (await import("./list.js")).list,
  preflight: async () => (await import("./preflight.js")).preflightFile,
  preview: async () => (await import("./preview.js")).preview,
  new: async () => (await import("./new.js")).newPublication,
  import: async () => (await import("./import.js")).importOriginal,
  diff: async () => (await import("./diff.js")).diff,
  cache: async () => (await import("./cache.js")).cache,
  doctor: async () => (await import("./doctor.js")).doctor,
};
