/** Messages of writers that repeat what was told of the manuscript, or what another writer has told. */
import type { VFileMessage } from "vfile-message";
import { fromPlain, toPlain } from "./plain-message.js";

/** Rules of PDF/UA-1, and those of the manuscript that see the same fault at its line. */
const sameFaults: Readonly<Record<string, readonly string[]>> = {
  "7.3-1": ["image-alt-missing", "cover-alt-missing", "image-placeholder"],
  "7.4.2-1": ["heading-skipped"],
};

/**
 * Tell each fault once, at its line: what writers say is left out where the examination, or another writer, has said it. A character
 * without a font becomes an error where the pages lack it, since then words are lost.
 */
export function toldOnce(
  examination: readonly VFileMessage[],
  ofWriters: readonly VFileMessage[],
): readonly VFileMessage[] {
  const lacking = examination.flatMap(({ ruleId, actual }) =>
    ruleId === "glyph-missing" ? [...(actual ?? "")] : [],
  );
  // What is missing begins with the first letter that is.
  const lackOf = ({ ruleId, actual }: VFileMessage) =>
    ruleId === "text-lost" ? lacking.find((character) => actual?.startsWith(character)) : undefined;
  const lost = new Set(ofWriters.flatMap((message) => lackOf(message) ?? []));
  const told = new Set<string>();
  const isNew = (message: VFileMessage) => {
    if (lackOf(message) !== undefined || isToldOfManuscript(message, examination)) return false;
    const { ruleId, actual, file, line } = message;
    if (ruleId !== "text-lost" || !actual) return true;
    const key = JSON.stringify([file, line, actual]);
    return !told.has(key) && told.add(key);
  };
  return [...examination.map((message) => graver(message, lost)), ...ofWriters.filter(isNew)];
}

/** Say whether a breach of PDF/UA-1 is no more than what rules of the manuscript have found, one by one. */
function isToldOfManuscript({ ruleId, actual }: VFileMessage, examination: readonly VFileMessage[]): boolean {
  if (ruleId !== "pdf-ua") return false;
  const [clause = "", times] = (actual ?? "").split(" ");
  const same = sameFaults[clause] ?? [];
  return Number(times) <= examination.filter((each) => same.includes(each.ruleId ?? "")).length;
}

function graver(message: VFileMessage, lost: ReadonlySet<string>): VFileMessage {
  const own = message.ruleId === "glyph-missing" ? [...(message.actual ?? "")] : [];
  const gone = own.filter((character) => lost.has(character));
  if (gone.length === 0) return message;
  const reason = `${message.reason}. This machine has no font for ${gone.join(", ")} either: the PDF would not have it`;
  return fromPlain({ ...toPlain(message), reason, severity: "error" });
}
