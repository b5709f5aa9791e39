import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { matchesIn, type Passage } from "./passages.js";

/** Words that may well stand twice in a row; a language that is not here doubles too many (Turkish, Indonesian). */
const welcome: Readonly<Record<string, string>> = {
  de: "das dem den der des die ein sehr so sie viel zu",
  en: "blah far had ha her long many much no now really so that there too very",
  es: "así casi luego muy no poco ya",
  fr: "bien en faire là nous petit si tout très vous",
  it: "man piano pian più si via",
  nl: "dat de die heel u was ze zo",
  pt: "já logo muito não nos quase",
};

const doubled = /(?<![\p{L}\p{M}\p{N}'’.-])(\p{L}[\p{L}\p{M}]+)\s+(\1)(?![\p{L}\p{M}\p{N}'’-]|\.\p{L})/giu;

/** Report a word that stands twice in a row. A capital on the second one makes a name of it: Boutros Boutros-Ghali. */
export function wordDoubled(passages: readonly Passage[], file: VFile): void {
  for (const passage of passages) {
    const may = welcome[passage.language.split("-")[0] ?? ""]?.split(" ");
    if (!may) continue;
    for (const { match, span } of matchesIn(passage, doubled)) {
      const [, , second = ""] = match;
      if (second !== second.toLowerCase() || may.includes(second)) continue;
      file.messages.push(
        problem("word-doubled", `Unexpected second \`${second}\` in a row`, { file: file.path, span }),
      );
    }
  }
}
