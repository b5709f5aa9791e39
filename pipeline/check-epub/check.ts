import type { VFileMessage } from "vfile-message";
import { readBook } from "./book.js";
import { type Finding, toMessage } from "./finding.js";
import { checkers } from "./index.js";
import { type RetailLine, retailFindings, retailLines } from "./retail/judge.js";

/** What is to be said of an EPUB. */
export interface EpubReport {
  readonly messages: readonly VFileMessage[];
  /** The demands of shops, met or not; none where the file is no archive. */
  readonly retail: readonly RetailLine[];
}

/** Run every checker that needs nothing from outside over the bytes of an EPUB; `file` is its name in messages. */
export async function checkEpub(file: string, bytes: Uint8Array): Promise<EpubReport> {
  const book = await readBook(file, bytes);
  if (!book) return { messages: [toMessage(file, unreadable)], retail: [] };
  const found: Finding[] = [];
  for (const check of Object.values(checkers)) found.push(...(await check(book)));
  const retail = await retailLines(book);
  const all = [...found, ...retailFindings(retail, file)];
  return { messages: all.map((finding) => toMessage(file, finding)), retail };
}

const unreadable: Finding = {
  rule: "epub/archive-invalid",
  gravity: "error",
  reason: "Unreadable archive, expected a ZIP file",
};
