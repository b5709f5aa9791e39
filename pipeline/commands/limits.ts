import type { TypesetterOptions } from "../edges/browser/options.js";
import type { Manuscript } from "../publication.js";
import { type Arguments, UsageError } from "./command.js";

/** Options that say how much one document may take. */
export const limitOptions = {
  "max-pages": { type: "string" },
  "max-time": { type: "string" },
  "max-memory": { type: "string" },
  "max-pixels": { type: "string" },
} as const;

/** How much one document may take, for those who keep to it. */
export interface Limits {
  readonly browser: Pick<TypesetterOptions, "pageLimit" | "timeLimit" | "memoryLimit">;
  readonly images: Pick<Manuscript, "mostPixels">;
}

/** Read the limits of a command line; what it does not name keeps its default. Throws a `UsageError`. */
export function limitsOf(values: Arguments["values"]): Limits {
  const pages = numberOf(values, "max-pages");
  const time = numberOf(values, "max-time");
  const memory = numberOf(values, "max-memory");
  const pixels = numberOf(values, "max-pixels");
  return {
    browser: {
      ...(pages !== undefined && { pageLimit: pages }),
      ...(time !== undefined && { timeLimit: time * 1000 }),
      ...(memory !== undefined && { memoryLimit: memory }),
    },
    images: { ...(pixels !== undefined && { mostPixels: pixels }) },
  };
}

/** Write the limits of a command line once more, for a build in another process. */
export function limitArguments(values: Arguments["values"]): readonly string[] {
  return Object.keys(limitOptions).flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, String(values[name])],
  );
}

/** Read an option that is a whole number above 0. Throws a `UsageError`. */
export function numberOf(values: Arguments["values"], name: keyof typeof limitOptions): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(String(value))) return Number(value);
  throw new UsageError(`--${name} ${value} is no whole number above 0`);
}
