import type { Format } from "./format.js";

/** Every format, by the name that `--format` takes, loaded when it is asked for; without one, people read text. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  json: async () => (await import("./json.js")).json,
  github: async () => (await import("./github.js")).github,
  sarif: async () => (await import("./sarif.js")).sarif,
  gitlab: async () => (await import("./gitlab.js")).gitlab,
  junit: async () => (await import("./junit.js")).junit,
};
