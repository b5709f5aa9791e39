import type { Nodes } from "mdast";
import type { Finding, ImportedChapter } from "../importer.js";
import { printedText } from "../words.js";
import { originOf, type Page } from "./page.js";

/** Tell of the notes that nothing calls: they are left out, word by word. */
export function uncalled(pages: readonly Page[], chapters: readonly ImportedChapter[]): readonly Finding[] {
  const placed = new Set<Nodes>(chapters.flatMap(({ tree }) => tree.children));
  return pages.flatMap((page) =>
    [...page.notes.values()]
      .filter((note) => !placed.has(note))
      .map((note): Finding => {
        const dropped = printedText(note);
        return {
          rule: "import-note-uncalled",
          reason: `Left out a note that nothing calls: ${dropped.trim()}`,
          from: originOf(page, note),
          dropped,
        };
      }),
  );
}
