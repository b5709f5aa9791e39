/// <reference path="./nspell.d.ts" />
import type { Spelling } from "../import/importer.js";

/** Load the dictionary of a language; there is one of English only so far. */
export async function loadSpelling(language: string): Promise<Spelling | undefined> {
  if (!/^en\b/.test(language)) return undefined;
  const [{ default: nspell }, { default: dictionary }] = await Promise.all([
    import("nspell"),
    import("dictionary-en"),
  ]);
  const spelling = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  return { knows: (word) => spelling.correct(word) };
}
