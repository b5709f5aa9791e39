import { didYouMean } from "../problem.js";
import type { Edition } from "../publication.js";
import { UsageError } from "./command.js";

const known = ["screen", "press", "epub"] as const satisfies readonly Edition[];

/** Read the value of `--only`; throws a `UsageError` that says what can be built. */
export function parseEditions(only: string): readonly Exclude<Edition, "press">[] {
  const names = only.split(",").map((name) => name.trim());
  return [...new Set(names.map(parseEdition))];
}

function parseEdition(name: string): Exclude<Edition, "press"> {
  const edition = known.find((candidate) => candidate === name);
  if (!edition) {
    throw new UsageError(
      `unknown edition \`${name}\`.${didYouMean(name, known) || " Expected screen or epub, or both with a comma"}`,
    );
  }
  if (edition === "press")
    throw new UsageError("the press edition is not built yet; --only screen,epub can be");
  return edition;
}
