import type { VFileMessage } from "vfile-message";
import { readBook } from "./book.js";
import { type Finding, toMessage } from "./finding.js";
import { checkers } from "./index.js";

/** Run every checker that needs nothing from outside over the bytes of an EPUB; `file` is its name in messages. */
export async function checkEpub(file: string, bytes: Uint8Array): Promise<readonly VFileMessage[]> {
  const book = await readBook(file, bytes);
  if (!book) return [toMessage(file, unreadable)];
  const found: Finding[] = [];
  for (const check of Object.values(checkers)) found.push(...(await check(book)));
  return found.map((finding) => toMessage(file, finding));
}

const unreadable: Finding = {
  rule: "epub/archive-invalid",
  gravity: "error",
  reason: "Unreadable archive, expected a ZIP file",
};
