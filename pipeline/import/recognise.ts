import type { Importer, Original } from "./importer.js";
import { importers } from "./index.js";

/** Find the importer that reads an original: the first that is certain, else the first that may be right. */
export function recognise(original: Original): Importer | undefined {
  const guesses = Object.values(importers).map((importer) => ({
    importer,
    likeness: importer.recognise(original),
  }));
  const best =
    guesses.find(({ likeness }) => likeness === "certain") ??
    guesses.find(({ likeness }) => likeness === "possible");
  return best?.importer;
}
