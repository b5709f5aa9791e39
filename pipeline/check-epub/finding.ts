import { VFileMessage } from "vfile-message";
import type { Book, BookDocument } from "./book.js";
import type { XmlElement } from "./xml.js";

/** How grave a finding is. */
export type Gravity = "error" | "warning" | "info";

/** One thing that a tool found in a book. */
export interface Finding {
  /** The tool and its rule: `epubcheck/OPF-014`, `epub/note-lost`. */
  readonly rule: string;
  readonly gravity: Gravity;
  readonly reason: string;
  /** Path inside the book; absent where the book as a whole is meant. */
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Look at a book through one tool or for one kind of problem. */
export type Checker = (book: Book) => Promise<readonly Finding[]> | readonly Finding[];

/** Make a finding at an element of a document. */
export function at(
  document: BookDocument,
  { offset }: XmlElement,
  rule: string,
  reason: string,
  gravity: Gravity = "error",
): Finding {
  return { rule, gravity, reason, path: document.path, ...placeIn(document, offset) };
}

/** Where each line of a document begins: found once, as a long document may have a finding at each note. */
const beginnings = new WeakMap<BookDocument, readonly number[]>();

function placeIn(document: BookDocument, offset: number): { readonly line: number; readonly column: number } {
  const starts = beginnings.get(document) ?? lineStarts(document.text);
  beginnings.set(document, starts);
  let [line, after] = [0, starts.length];
  while (after - line > 1) {
    const middle = (line + after) >> 1;
    if ((starts[middle] ?? 0) <= offset) line = middle;
    else after = middle;
  }
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

/** Make the message of a finding in a book: its file is the book's with the path inside, `book.epub/OEBPS/notes.xhtml`. */
export function toMessage(
  file: string,
  { rule, gravity, reason, path, line, column }: Finding,
): VFileMessage {
  const message = new VFileMessage(reason, {
    ...(line !== undefined && line > 0 && { place: { line, column: column && column > 0 ? column : 1 } }),
  });
  // The rule may hold a colon or a slash: VFileMessage would split `source:rule`, so both are set as they are.
  message.ruleId = rule;
  message.source = rule.slice(0, rule.indexOf("/"));
  message.file = path ? `${file}/${path}` : file;
  message.fatal = gravity === "error" ? true : gravity === "warning" ? false : undefined;
  return message;
}
