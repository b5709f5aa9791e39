import type { Format } from "./format.js";

/** The record that build.json holds, and whether all went well. */
export const json: Format = {
  write: ({ ok, record }) => `${JSON.stringify({ ok, ...record() }, null, 2)}\n`,
};
