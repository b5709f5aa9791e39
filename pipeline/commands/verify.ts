import { buildElsewhere } from "../edges/build-elsewhere.js";
import { problem } from "../problem.js";
import type { PageMap } from "../publication.js";
import type { Result } from "../report.js";
import { compare } from "../verify/compare.js";
import type { Terminal } from "./command.js";

/** What a build made, with the pages that it set, or that it was given. */
export interface Built extends Result {
  readonly pageMap?: PageMap;
  readonly keptPages?: PageMap;
}

/**
 * Build once more in other surroundings, and add to the result what came out otherwise. `options` are those of the first build
 * that bear on what it makes.
 */
export async function verify(made: Built, options: readonly string[], terminal: Terminal): Promise<Built> {
  const { metadata, folder, artifacts, messages, keptPages: pageMap } = made;
  if (!metadata) return made;
  terminal.stderr("building again elsewhere\n");
  const epoch = Date.parse(metadata.modified) / 1000;
  const again = await buildElsewhere(
    { folder, theme: metadata.theme, options, epoch, pageMap },
    terminal.signal,
  );
  if ("failed" in again) {
    const reason = `Unexpected end of the second build, in other surroundings:\n${again.failed}`;
    return { ...made, messages: [...messages, problem("artifact-unstable", reason, {})] };
  }
  const differences = await compare(artifacts, again.artifacts);
  if (differences.length === 0)
    terminal.stderr("The same bytes came of another process, folder, home, time zone, locale and umask.\n");
  return { ...made, messages: [...messages, ...differences] };
}
