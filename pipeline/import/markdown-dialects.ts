import type { Importer } from "./importer.js";
import { orUnreadable } from "./unreadable.js";

const named = /\.(?:md|markdown|qmd|rmd|mdown)$/i;

/** Markdown as Pandoc, Quire, mdBook and Obsidian write it: one file, or a folder of them. */
export const markdown: Importer = {
  reads: "Markdown of Pandoc, Quire, mdBook or Obsidian: a file, or a folder with its pictures",
  byteLimit: 120_000_000,

  recognise({ kind, files }) {
    const some = files.some(({ name }) => named.test(name));
    return !some ? "no" : kind === "file" ? "certain" : "possible";
  },

  async read(original) {
    const { importMarkup } = await import("./markup/import-markup.js");
    return orUnreadable(original.name, () => importMarkup(original));
  },
};
