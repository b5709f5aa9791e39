import { resolve } from "node:path";
import { type Comparison, compare } from "../diff/compare.js";
import type { Edition } from "../diff/edition.js";
import { type KindName, kinds, summaryOf } from "../diff/kinds.js";
import { type Looked, looksFor, withLooks } from "../diff/looks.js";
import { toMarkdown } from "../diff/markdown.js";
import { readPdf } from "../diff/pdf-words.js";
import { readBook } from "../diff/read-book.js";
import { toRecord } from "../diff/to-json.js";
import { type EditionFiles, loadEdition } from "../edges/load-edition.js";
import { createPdfReader, type PdfReader } from "../edges/pdf-reader.js";
import { writeWhole } from "../edges/write-whole.js";
import { Unreadable } from "../import/unreadable.js";
import { didYouMean } from "../problem.js";
import { type Command, type Terminal, UsageError } from "./command.js";
import { showProgress } from "./progress.js";

/** `quoin diff`: what changed between two editions. */
export const diff: Command = {
  help: `quoin diff OLD NEW

Say what changed between two editions, each a folder with artifacts (dist), a PDF, or an EPUB: words with their context;
pages that changed, told apart from pages that only moved; notes added, removed and renumbered; figures on another page;
ids, files and destinations that are gone for people who cited them; links, sizes, messages of the builds.

  --html FILE      where the page with everything goes: words, and changed pages beside one another as pictures, with what
                   differs marked (quoin-diff.html)
  --pictures N     pages that are pictured at the most (40); with 0 no page is looked at, and words alone are compared
  --markdown FILE  where the summary goes, fit for a pull request (standard output)
  --json           all findings on standard output, for a program; the page and the summary only where their options name files
  --fail-on LIST   end with exit code 1 where such a thing was found, with commas between:
                   ${Object.keys(kinds).join(", ")}

Words, notes and figures are those of the e-books, where both sides have one, and pages those of the screen PDFs. Pages are
known again by their words, not by their numbers.

Examples

  quoin diff release/ dist/                    what changed since the release
  quoin diff old.pdf new.pdf                   two PDFs of anyone
  quoin diff old.epub new.epub --json          the findings, for a program
  quoin diff release dist --fail-on ids,notes  stop where something breaks for those who cite

Exit code 0: compared. 1: a finding that --fail-on names. 2: a command line that makes no sense, or nothing to compare.
`,
  options: {
    html: { type: "string" },
    pictures: { type: "string" },
    markdown: { type: "string" },
    json: { type: "boolean" },
    "fail-on": { type: "string" },
  },
  arity: [0, Number.POSITIVE_INFINITY],

  async run({ positionals, values }, terminal) {
    const [old, now, ...rest] = positionals;
    if (old === undefined || now === undefined || rest.length > 0)
      throw new UsageError("diff compares two editions, OLD and NEW");
    const failOn = parseKinds(String(values["fail-on"] ?? ""));
    const most = parseMost(values.pictures);
    const { comparison, pictures } = await compareNamed(old, now, most, terminal);

    const markdown = toMarkdown(comparison);
    const page = values.html ?? (values.json ? undefined : "quoin-diff.html");
    if (typeof page === "string") {
      const [{ toHtml }, { reportFonts }] = await Promise.all([
        import("../diff/report/report.js"),
        import("../edges/report-fonts.js"),
      ]);
      await writeReport(page, toHtml(comparison, { pictures, fonts: await reportFonts() }), terminal);
    }
    if (typeof values.markdown === "string") await writeReport(values.markdown, markdown, terminal);
    if (values.json) terminal.stdout(`${JSON.stringify(toRecord(comparison), null, 2)}\n`);
    else if (values.markdown === undefined) terminal.stdout(markdown);

    const found = failOn.filter((name) => kinds[name].count(comparison) > 0);
    for (const name of found) terminal.stderr(`--fail-on ${name}: ${kinds[name].say(comparison)}\n`);
    if (summaryOf(comparison).length === 0) terminal.stderr("Nothing changed.\n");
    return found.length > 0 ? 1 : 0;
  },
};

/** What was found, and the pictures of pages by the index of their pair. */
interface Compared {
  readonly comparison: Comparison;
  readonly pictures: ReadonlyMap<number, Looked>;
}

async function compareNamed(old: string, now: string, most: number, terminal: Terminal): Promise<Compared> {
  const before = await find(old, terminal);
  const after = await find(now, terminal);
  const reader = createPdfReader(terminal.signal);
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
    const { progress, clear } = showProgress(terminal);
    const stage = { stage: "looking", total: looks.length };
    const looked = await reader.look(was, is, looks, (done) => progress({ ...stage, done })).finally(clear);
    return {
      comparison: withLooks(comparison, looked),
      pictures: new Map(looked.map((each) => [each.pair, each])),
    };
  } finally {
    await reader.close();
  }
}

function parseMost(given: string | boolean | undefined): number {
  const most = given === undefined ? 40 : Number(given);
  if (Number.isInteger(most) && most >= 0) return most;
  throw new UsageError(`--pictures takes a number of pages, not \`${String(given)}\``);
}

async function find(name: string, { cwd }: Terminal): Promise<EditionFiles> {
  const found = await loadEdition(resolve(cwd, name), name);
  if (found === undefined) throw new UsageError(`nothing to compare at ${name}: there is no such file`);
  if (typeof found === "string") throw new UsageError(`nothing to compare at ${name}: ${found}`);
  return found;
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

function parseKinds(list: string): readonly KindName[] {
  const known = Object.keys(kinds);
  return list
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => {
      if (Object.hasOwn(kinds, each)) return each as KindName;
      throw new UsageError(
        `--fail-on knows no \`${each}\`.${didYouMean(each, known) || ` Expected one of ${known.join(", ")}`}`,
      );
    });
}

async function writeReport(file: string, content: string, { cwd }: Terminal): Promise<void> {
  const refusal = await writeWhole(resolve(cwd, file), content);
  if (refusal) throw new UsageError(`${file} cannot be written: ${refusal}`);
}
