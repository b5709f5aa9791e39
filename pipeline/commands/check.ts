import { resolve } from "node:path";
import { examine } from "../examine.js";
import { isFailure, type Result, toRecord } from "../report.js";
import { count } from "../report-text.js";
import { type Command, UsageError } from "./command.js";
import { load } from "./load.js";
import { tellMessages } from "./tell.js";

/** `quoin check`: everything that can be said of a manuscript without writing anything. */
export const check: Command = {
  help: `quoin check [FOLDER]

Read the publication in FOLDER (manuscript, if none is named) and report every problem at its line. Nothing is
written and no browser is started, so this is quick: run it as often as you save.

  --epub FILE  check an EPUB instead, anyone's, with every validator that is there: EPUBCheck, HTML's content model,
               quoin's own rules of notes, contents and images; DAISY Ace and EPUBCheck's jar where they are installed
  --strict     a warning fails as an error does
  --json       write the result to standard output as JSON; paths in it are relative to the working folder

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
  options: { epub: { type: "string" }, strict: { type: "boolean" }, json: { type: "boolean" } },
  arity: [0, 1],

  async run({ positionals, values }, terminal) {
    if (typeof values.epub === "string") {
      if (positionals.length > 0) throw new UsageError("check takes a folder or --epub FILE, not both");
      const { checkEpubFile } = await import("./check-epub.js");
      return checkEpubFile(values.epub, values, terminal);
    }
    const [given = "manuscript"] = positionals;
    const folder = resolve(terminal.cwd, given);
    const { manuscript, theme, messages } = await load(folder, terminal);
    const examined = manuscript && theme ? examine(manuscript, theme).messages : [];
    const result: Result = {
      folder,
      metadata: manuscript?.metadata,
      artifacts: [],
      messages: [...messages, ...examined],
      stages: [],
    };
    const failed = isFailure(result.messages, values.strict ? "strict" : "lenient");
    tellMessages(result, terminal);
    if (values.json)
      terminal.stdout(`${JSON.stringify({ ok: !failed, ...toRecord(result, terminal.cwd) }, null, 2)}\n`);
    if (result.messages.length === 0)
      terminal.stderr(`${count(manuscript?.sources.length ?? 0, "source")}, no problems\n`);
    return failed ? 1 : 0;
  },
};
