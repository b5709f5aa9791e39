import { asBuilt } from "../diff/as-built.js";
import { type Comparison, compare } from "../diff/compare.js";
import type { Edition } from "../diff/edition.js";
import { type Looked, looksFor, withLooks } from "../diff/looks.js";
import { readPdf } from "../diff/pdf-words.js";
import { readBook } from "../diff/read-book.js";
import type { EditionFiles } from "../edges/load-edition.js";
import { createPdfReader, type PdfReader } from "../edges/pdf-reader.js";
import { Unreadable } from "../import/unreadable.js";
import { type Terminal, UsageError } from "./command.js";
import { findEdition } from "./find-edition.js";
import { liveLine } from "./live-line.js";
import { noteSandbox } from "./note-sandbox.js";

/** What was found, and the pictures of pages by the index of their pair. */
export interface Compared {
  readonly comparison: Comparison;
  readonly pictures: ReadonlyMap<number, Looked>;
}

/**
 * Find two editions by what was said on the command line, compare them, and look at up to `most` of their pages. Throws as
 * `findEdition`, and a `UsageError` where a file cannot be read.
 */
export async function compareNamed(
  old: string,
  now: string,
  most: number,
  terminal: Terminal,
): Promise<Compared> {
  const [one, other] = [await findEdition(old, now, terminal), await findEdition(now, old, terminal)];
  const [before, after] = [asBuilt(one, other), asBuilt(other, one)];
  const reader = createPdfReader({ signal: terminal.signal, onWork: noteSandbox(terminal) });
  try {
    const kind = commonKinds(before, after);
    const [older, newer] = [await read(before, kind, reader), await read(after, kind, reader)];
    const comparison = compare(older, newer);
    const [was, is] = [before, after].map(
      ({ files }) => files.find((file) => file.kind === kind.pdf)?.content,
    );
    const [sheets, newSheets] = [older.pdf?.pages ?? [], newer.pdf?.pages ?? []];
    const looks = most > 0 ? looksFor(comparison.pages ?? [], sheets, newSheets, most) : [];
    if (!was || !is || looks.length === 0 || Buffer.compare(was, is) === 0)
      return { comparison, pictures: new Map() };
    const { draw, clear } = liveLine(terminal);
    const tell = (done: number) => {
      if (terminal.live) draw(`${done} of ${looks.length} pages looked at`);
    };
    const looked = await reader.look(was, is, looks, tell).finally(clear);
    return {
      comparison: withLooks(comparison, looked),
      pictures: new Map(looked.map((each) => [each.pair, each])),
    };
  } finally {
    await reader.close();
  }
}

/** The PDF that both sides have, the one for the screen before the one for the press. */
function commonKinds(
  before: EditionFiles,
  after: EditionFiles,
): { readonly pdf?: "screen-pdf" | "press-pdf" } {
  const both = (kind: string) =>
    [before, after].every(({ files }) => files.some((file) => file.kind === kind));
  const pdf = (["screen-pdf", "press-pdf"] as const).find(both);
  if (!pdf && !both("epub"))
    throw new UsageError(`${before.name} and ${after.name} have no kind of file in common`);
  return pdf ? { pdf } : {};
}

async function read(
  { name, files, record }: EditionFiles,
  { pdf: kind }: { readonly pdf?: string },
  reader: PdfReader,
): Promise<Edition> {
  const book = files.find((file) => file.kind === "epub");
  const pdf = files.find((file) => file.kind === kind);
  const unreadable = (file: string, why: string) =>
    new UsageError(`nothing to compare at ${name}: ${file}: ${why}`);
  const raw = pdf && (await reader.read(pdf.content));
  if (pdf && typeof raw === "string") throw unreadable(pdf.name, raw);
  const readBooks = async () => {
    if (!book) return undefined;
    try {
      return await readBook(book.content);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const isArchive = book.content[0] === 0x50 && book.content[1] === 0x4b;
      throw unreadable(book.name, isArchive ? error.message : "it is no EPUB, or a damaged one");
    }
  };
  const bookReading = await readBooks();
  const pages = raw && typeof raw !== "string" ? { pages: raw.pages.length } : {};
  return {
    name,
    files: files.map(({ content: _, ...file }) => (file.kind === kind ? { ...file, ...pages } : file)),
    ...(bookReading && { book: bookReading }),
    ...(raw && typeof raw !== "string" && { pdf: readPdf(raw) }),
    ...(record && { record }),
  };
}
