import type { Original } from "./importer.js";
import { importers } from "./index.js";

/** Name the format of an original: of the first importer that is certain, else of the first that may be right. */
export function recognise(original: Original): string | undefined {
  const guesses = Object.entries(importers).map(([format, importer]) => ({
    format,
    likeness: importer.recognise(original),
  }));
  const best =
    guesses.find(({ likeness }) => likeness === "certain") ??
    guesses.find(({ likeness }) => likeness === "possible");
  return best?.format;
}
