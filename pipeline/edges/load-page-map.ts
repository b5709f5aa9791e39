import { join } from "node:path";
import type { PageMap } from "../publication.js";
import { readBytes } from "./read-file.js";

/** The file beside the artifacts that keeps the pages of the last typesetting. */
export const pageMapFile = "page-map.json";

/** Load the pages that the last build set; undefined where there was none. What is no page map seals nothing. */
export async function loadPageMap(out: string): Promise<PageMap | undefined> {
  const content = await readBytes(join(out, pageMapFile), 100_000_000);
  if (!("bytes" in content)) return content.missing ? undefined : unreadable;
  try {
    // Loaded here: most builds set the pages anew, and need no schema.
    const { pageMap } = await import("./page-map-schema.js");
    const parsed = pageMap.safeParse(JSON.parse(new TextDecoder().decode(content.bytes)));
    return parsed.success ? parsed.data : unreadable;
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}

const unreadable: PageMap = { seal: "", pages: [] };
