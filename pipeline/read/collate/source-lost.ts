import type { Root } from "mdast";
import type { VFile } from "vfile";
import { problem } from "../../problem.js";
import type { Chapter } from "../../publication.js";
import type { FrontMatter } from "../front-matter.js";
import { type Balance, balance, isEven } from "./balance.js";
import { isLetter, wordsIn } from "./letters.js";
import { lostWords } from "./lost-words.js";
import { namedStretches } from "./named-stretches.js";

/** How many characters of a lost passage a message quotes. */
const quoted = 80;

/**
 * Prove that no word of a source was lost on the way into its chapter; report where one was, unless another rule has.
 *
 * A source with an error is published by nobody, and is proved when it has none.
 */
export function sourceLost(tree: Root, file: VFile, matter: FrontMatter, chapter: Chapter): void {
  if (file.messages.some(({ fatal }) => fatal)) return;
  const source = String(file);
  const account = balance(tree, source, matter, chapter);
  if (isEven(account)) return;
  const lost = lostWords(tree, source, matter, chapter, account.letters);
  const named = namedStretches(tree, source, file.messages);
  const isNamed = (offset: number) => named.some(([start, end]) => offset >= start && offset < end);
  const namedWords = new Set(
    named.flatMap(([start, end]) => wordsIn(source.slice(start, end)).map(({ text }) => text)),
  );
  // Of words that stand in several places nobody knows which is lost, but where one of them is named it is that.
  const words = lost.filter(({ text, start }) => !isNamed(start) && !namedWords.has(text));
  const report = (what: string, offset: number) => {
    const before = source.slice(0, offset).split(/\r\n?|\n/);
    const place = { file: file.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const reason = `Unexpected loss of \`${what}\`, which is not in what the source comes to`;
    file.messages.push(problem("source-lost", reason, place));
  };
  for (const [start, end] of passages(words, source)) report(shortened(source.slice(start, end)), start);
  for (const { url, from } of account.addresses) if (!isNamed(from)) report(url, from);
  const rest = account.letters;
  for (const { text } of lost)
    for (let i = 0; i < text.length; i++) rest[text.charCodeAt(i)] = (rest[text.charCodeAt(i)] ?? 0) - 1;
  const over: string[] = [];
  rest.forEach((count, unit) => {
    if (count > 0 && isLetter(unit)) over.push(String.fromCharCode(unit));
  });
  if (over.length > 0) report(over.join(""), placeOf(over, account.besides));
}

/** Where words stand that hold some letters, and that the source has in another form; its beginning where none does. */
function placeOf(letters: readonly string[], besides: Balance["besides"]): number {
  return besides.find(({ text }) => letters.some((letter) => text.includes(letter)))?.from ?? 0;
}

/** Join words that are lost in a row. */
function passages(words: readonly { readonly start: number; readonly end: number }[], source: string) {
  const found: [start: number, end: number][] = [];
  for (const { start, end } of words) {
    const last = found.at(-1);
    if (last && !hasLetter(source, last[1], start)) last[1] = end;
    else found.push([start, end]);
  }
  return found;
}

function hasLetter(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLetter(text.charCodeAt(i))) return true;
  return false;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > quoted ? `${line.slice(0, quoted)}…` : line;
}
