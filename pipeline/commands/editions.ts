import { didYouMean } from "../problem.js";
import type { Edition } from "../publication.js";
import { UsageError } from "./command.js";

/** Every edition, in the order in which artifacts are told. */
export const editions = ["screen", "press", "epub"] as const satisfies readonly Edition[];

/** Read the value of `--only`; throws a `UsageError` that says what can be built. */
export function parseEditions(only: string): readonly Edition[] {
  const names = only.split(",").map((name) => name.trim());
  return [...new Set(names.map(parseEdition))];
}

function parseEdition(name: string): Edition {
  const edition = editions.find((candidate) => candidate === name);
  if (edition) return edition;
  throw new UsageError(
    `unknown edition \`${name}\`.${didYouMean(name, editions) || " Expected screen, press or epub, or several with commas"}`,
  );
}
