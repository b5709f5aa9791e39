import { join } from "node:path";
import pc from "picocolors";
import { count } from "../count.js";
import { rewrite } from "../edges/rewrite.js";
import { applyFixes, type Change, changesOf, type Fix } from "../fixes.js";
import type { Source } from "../publication.js";
import { pathFrom } from "../report.js";
import type { Terminal } from "./command.js";

/** What became of one source: what was changed, or why nothing was. */
export interface Fixed {
  readonly path: string;
  readonly changes: readonly Change[];
  readonly refused?: string;
}

/** Apply fixes to the sources of a publication folder, each file whole and at once. */
export async function fixSources(
  folder: string,
  sources: readonly Source[],
  fixes: ReadonlyMap<string, readonly Fix[]>,
): Promise<readonly Fixed[]> {
  const fixed: Fixed[] = [];
  for (const { path, bytes } of sources) {
    const wanted = fixes.get(path);
    if (!wanted) continue;
    const text = new TextDecoder("utf-8").decode(bytes);
    // Offsets count from after a byte order mark, which stays; bytes that are not UTF-8 would not survive.
    const encode = (after: string) => Buffer.concat([bytes.subarray(0, markOf(bytes)), Buffer.from(after)]);
    const refused = encode(text).equals(bytes)
      ? await rewrite(join(folder, path), bytes, encode(applyFixes(text, wanted)))
      : "it is not UTF-8";
    fixed.push(
      refused === undefined ? { path, changes: changesOf(text, wanted) } : { path, changes: [], refused },
    );
  }
  return fixed;
}

function markOf(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Write down what was fixed: each place, the line before and after. */
export function describeFixes(fixed: readonly Fixed[], folder: string, { cwd, color }: Terminal): string {
  const { bold, red, green } = pc.createColors(color);
  const lines = fixed.flatMap(({ path, changes, refused }) => {
    const name = pathFrom(cwd, folder, path);
    if (refused !== undefined) return [`${bold(name)} was left as it is: ${refused}`];
    return changes.flatMap(({ line, column, before, after }) => [
      bold(`${name}:${line}:${column}`),
      red(`- ${before}`),
      green(`+ ${after}`),
    ]);
  });
  const total = fixed.reduce((sum, { changes }) => sum + changes.length, 0);
  return [...lines, total === 0 ? "Nothing was fixed." : `${count(total, "place")} fixed`, ""].join("\n");
}
