import type { Finding, Imported } from "./importer.js";
import { countWords, metadataText, printedText } from "./words.js";

/** How many words are named at most: where more are missing, the mistake is a large one and the first tell which. */
const named = 40;

/**
 * Prove that the words out are the words in: those of the original, less what findings list as dropped, plus what they list as
 * added, are those of the chapters and of publication.yaml. What is over on either side is a finding itself.
 */
export function account({ words, chapters, metadata, findings }: Imported): {
  readonly count: number;
  readonly findings: readonly Finding[];
} {
  const original = countWords(words);
  const count = [...original.values()].reduce((sum, n) => sum + n, 0);
  const balance = new Map(original);
  for (const { added } of findings) if (added) countWords(added, balance);
  const manuscript = countWords(metadataText(metadata));
  for (const { tree } of chapters) countWords(printedText(tree), manuscript);
  for (const { dropped } of findings) if (dropped) countWords(dropped, manuscript);
  for (const [word, n] of manuscript) balance.set(word, (balance.get(word) ?? 0) - n);
  const lost = [...balance].filter(([, n]) => n > 0);
  const extra = [...balance].filter(([, n]) => n < 0);
  return {
    count,
    findings: [
      ...tell("import-words-lost", "Words of the original that did not arrive", lost),
      ...tell("import-words-added", "Words of the manuscript that the original does not have", extra),
    ],
  };
}

function tell(
  rule: "import-words-lost" | "import-words-added",
  what: string,
  words: readonly (readonly [string, number])[],
): Finding[] {
  if (words.length === 0) return [];
  const list = words
    .slice(0, named)
    .map(([word, n]) => (Math.abs(n) === 1 ? word : `${word} (${Math.abs(n)} times)`));
  const more = words.length > named ? `, and ${words.length - named} others` : "";
  return [{ rule, reason: `${what}: ${list.join(", ")}${more}` }];
}
