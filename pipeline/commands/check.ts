import { resolve } from "node:path";
import type { VFileMessage } from "vfile-message";
import { count } from "../count.js";
import { examine } from "../examine.js";
import type { Format } from "../formats/format.js";
import type { Publication } from "../publication.js";
import { isFailure, type Result, toRecord } from "../report.js";
import { weigh } from "../severities.js";
import { chooseFormat } from "./choose-format.js";
import { type Command, type Terminal, UsageError } from "./command.js";
import { type Loaded, load } from "./load.js";
import { tellMessages } from "./tell.js";

/** `quoin check`: everything that can be said of a manuscript without writing anything. */
export const check: Command = {
  help: `quoin check [FOLDER]

Read the publication in FOLDER (manuscript, if none is named) and report every problem at its line. Nothing is
written (but with --fix and --links) and no browser is started, so this is quick: run it as often as you save.

  --epub FILE  check an EPUB instead, anyone's, with every validator that is there: EPUBCheck, HTML's content model,
               quoin's own rules of notes, contents and images; DAISY Ace and EPUBCheck's jar where they are installed; and
               against what Apple, Google Play, Kindle and Kobo demand
  --max-time S with --epub: seconds that DAISY Ace may take (300); where it takes more, that is an error, as it checked nothing
  --fix        mend what has one right answer (doubled spaces, malformed DOIs, addresses in notes that are no links), show
               what was changed, and report the rest; nothing else in a file is touched
  --links      also ask the web after the links that links.json, in the publication's folder, does not know to be fine, and
               write there what it said: commit it, and CI needs no network. Without the file every link is asked after
  --strict     a warning fails as an error does
  --format F   what standard output gets: text, or a whole report as json, github, sarif, gitlab or junit
  --json       short for --format json; paths in it are relative to the working folder

How gravely a rule is taken, publication.yaml says: \`rules: {word-doubled: off}\`; off, info, warning or error. Errors stay errors.

Messages go to standard error, one a line, in a form that editors can jump to:

  manuscript/one.md:12:4 error Unexpected call of a note that is not defined: [^7] note-undefined

Examples

  quoin check                  the publication in manuscript/
  quoin check books/atlas      another one
  quoin check --epub book.epub an e-book, before it goes to a shop
  quoin check --strict         in a commit hook, where even warnings should stop

Exit code 0: fine. 1: an error, or with --strict a warning. 2: a command line that makes no sense.
`,
  options: {
    epub: { type: "string" },
    "max-time": { type: "string" },
    fix: { type: "boolean" },
    links: { type: "boolean" },
    strict: { type: "boolean" },
    format: { type: "string" },
    json: { type: "boolean" },
  },
  arity: [0, 1],

  async run({ positionals, values }, terminal) {
    const format = await chooseFormat(values);
    if (typeof values.epub === "string") {
      if (positionals.length > 0) throw new UsageError("check takes a folder or --epub FILE, not both");
      if (values.fix || values.links)
        throw new UsageError("--fix and --links are for a manuscript; an EPUB is made anew from it");
      const { checkEpubFile } = await import("./check-epub.js");
      return checkEpubFile(values.epub, values, format, terminal);
    }
    if (values["max-time"] !== undefined) throw new UsageError("--max-time goes with --epub FILE");
    const [given = "manuscript"] = positionals;
    const folder = resolve(terminal.cwd, given);
    const before = await load(folder, terminal);
    const loaded = values.fix ? await fix(before, folder, format, terminal) : before;
    const { manuscript } = loaded;
    const messages = await messagesOf(loaded, async (publication) =>
      values.links ? (await import("./check-links.js")).checkLinks(publication, folder, terminal) : [],
    );
    const result: Result = { folder, metadata: manuscript?.metadata, artifacts: [], messages, stages: [] };
    const strictness = values.strict ? "strict" : "lenient";
    const failed = isFailure(messages, strictness);
    tellMessages(result, terminal);
    const told = { result, ok: !failed, strictness, from: terminal.cwd } as const;
    if (format) terminal.stdout(format.write({ ...told, record: () => toRecord(result, terminal.cwd) }));
    if (result.messages.length === 0)
      terminal.stderr(`${count(manuscript?.sources.length ?? 0, "source")}, no problems\n`);
    return failed ? 1 : 0;
  },
};

/** Say all that can be said of a publication; `further` adds what only a finished one can be asked. */
async function messagesOf(
  { manuscript, theme, messages }: Loaded,
  further: (publication: Publication) => Promise<readonly VFileMessage[]>,
): Promise<readonly VFileMessage[]> {
  if (!manuscript || !theme) return messages;
  const examined = await examine(manuscript, theme);
  const more = await further(examined.publication);
  return [...messages, ...examined.messages, ...weigh(more, manuscript.metadata)];
}

/** Mend what can be mended and say so; resolves to the publication as it is then. */
async function fix(
  loaded: Loaded,
  folder: string,
  format: Format | undefined,
  terminal: Terminal,
): Promise<Loaded> {
  const [{ fixesOf }, { fixSources, describeFixes }] = await Promise.all([
    import("../fixes.js"),
    import("./fix.js"),
  ]);
  const messages = await messagesOf(loaded, async () => []);
  const fixed = await fixSources(folder, loaded.manuscript?.sources ?? [], fixesOf(messages));
  const said = describeFixes(fixed, folder, terminal);
  if (format) terminal.stderr(said);
  else terminal.stdout(said);
  return fixed.some(({ changes }) => changes.length > 0) ? load(folder, terminal) : loaded;
}
