import type { VFileMessage } from "vfile-message";
import { englishWords } from "../english-words.js";
import { problem } from "../problem.js";
import type { Manuscript } from "../publication.js";
import { hasWords } from "./words.js";

/** Warn where quoin has no words in the publication's language, and publication.yaml does not give all: English ones would be printed. */
export function missingWords({ metadata, placeOf }: Manuscript): VFileMessage[] {
  const { language, words = {} } = metadata;
  const missing = Object.entries(englishWords).filter(([key]) => !(key in words));
  if (hasWords(language) || missing.length === 0) return [];
  const shown = missing.slice(0, 4).map(([key, english]) => `${key} (“${english}”)`);
  const more = missing.length > 4 ? ` and ${missing.length - 4} more` : "";
  const reason = `Unexpected language \`${language}\`, in which quoin has no words of its own and prints English ones; expected \`words:\` with ${shown.join(", ")}${more}`;
  return [problem("words-missing", reason, placeOf("language"))];
}
