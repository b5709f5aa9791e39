import { entriesOf } from "../edges/cache/shrink.js";
import { sizeLimit } from "../edges/cache/store.js";
import { size } from "../report-text.js";
import type { Command } from "./command.js";
import { namedCacheFolder } from "./open-cache.js";

/** `quoin cache`: where builds keep what the next one can use again, and how to be rid of it. */
export const cache: Command = {
  help: `quoin cache

Say where builds keep what the next one can use again, and how much it is. Nothing in it is needed: what is missing is made anew.

  --cache DIR  that folder, in place of the user's own (or set QUOIN_CACHE)
  --clear      remove all of it

Beyond ${size(sizeLimit)} what was not used for the longest goes by itself. A damaged entry is not believed, and is made anew.

Examples

  quoin cache          how large it is
  quoin cache --clear  nothing any more
`,
  options: { cache: { type: "string" }, clear: { type: "boolean" } },
  arity: [0, 0],

  async run({ values }, terminal) {
    const folder = await namedCacheFolder(values, terminal);
    if (folder === undefined) {
      terminal.stdout("Nothing is kept: there is no folder for it, or QUOIN_CACHE is off.\n");
      return 0;
    }
    if (values.clear) {
      const { clearStore } = await import("../edges/cache/clear.js");
      terminal.stdout(`removed ${describe(await clearStore(folder))} from ${folder}\n`);
    } else {
      const { entries } = await entriesOf(folder);
      terminal.stdout(`${folder}\n${describe(entries)}\n`);
    }
    return 0;
  },
};

/** Say how much is kept, in words. */
export function describe(entries: readonly { readonly size: number }[]): string {
  if (entries.length === 0) return "nothing";
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  return `${entries.length} ${entries.length === 1 ? "entry" : "entries"}, ${size(bytes)}`;
}
