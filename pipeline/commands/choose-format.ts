import type { Format } from "../formats/format.js";
import { formats } from "../formats/index.js";
import { didYouMean } from "../problem.js";
import { type Arguments, UsageError } from "./command.js";

/** Load the format that `--format` names; undefined for text, which people read. `--json` is short for one of them. */
export async function chooseFormat({ format, json }: Arguments["values"]): Promise<Format | undefined> {
  const name = String(format ?? (json ? "json" : "text"));
  if (json && name !== "json") throw new UsageError(`--json and --format ${name} ask for different things`);
  if (name === "text") return undefined;
  const load = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (load) return load();
  const known = ["text", ...Object.keys(formats)];
  throw new UsageError(
    `unknown format \`${name}\`.${didYouMean(name, known) || ` Expected one of ${known.join(", ")}`}`,
  );
}
