import { resolve } from "node:path";
import { type KindName, kinds, nothingText, summaryOf } from "../diff/kinds.js";
import { toMarkdown } from "../diff/markdown.js";
import { toRecord } from "../diff/to-json.js";
import { whyUnwritable, writeWhole } from "../edges/write-whole.js";
import { didYouMean } from "../problem.js";
import { type Command, type Terminal, UsageError } from "./command.js";
import { compareNamed } from "./compare-editions.js";
import { BuildFailed } from "./find-edition.js";

/** `quoin diff`: what changed between two editions. */
export const diff: Command = {
  help: `quoin diff OLD NEW

Say what changed between two editions, each a folder with artifacts (dist), a PDF, an EPUB, the folder of a publication, or
a commit: words with their context; pages that changed, told apart from pages that only moved; notes added, removed and renumbered; figures on another page;
ids, files and destinations that are gone for people who cited them; links, sizes, messages of the builds.

  --html FILE      where the page with everything goes: words, and changed pages beside one another as pictures, with what
                   differs marked (quoin-diff.html)
  --pictures N     pages that are pictured at the most (40); with 0 no page is looked at, and words alone are compared
  --markdown FILE  where the summary goes, fit for a pull request (standard output)
  --json           all findings on standard output, for a program; the page and the summary only where their options name files
  --fail-on LIST   end with exit code 1 where such a thing was found, with commas between:
                   ${Object.keys(kinds).join(", ")}

A publication is built as it stands, a commit (main, HEAD~1, book@v1.0) in a worktree of its own, which is removed again; a
bare commit is asked for the publication that the other side names, else for manuscript.

Words, notes and figures are those of the e-books, where both sides have one, and pages those of the screen PDFs. Pages are
known again by their words, not by their numbers.

Examples

  quoin diff release/ dist/                    what changed since the release
  quoin diff main manuscript                   what the next commit will change
  quoin diff book@v1.0 book@v1.1               two commits of another publication
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
    const page = values.html ?? (values.json ? undefined : "quoin-diff.html");
    for (const file of [page, values.markdown])
      if (typeof file === "string") await checkReport(file, terminal);
    const compared = await compareNamed(old, now, most, terminal).catch((error: unknown) => {
      if (error instanceof BuildFailed) return error;
      throw error;
    });
    if (compared instanceof BuildFailed) {
      terminal.stderr(compared.message);
      return 1;
    }
    const { comparison, pictures } = compared;

    const markdown = toMarkdown(comparison);
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
    if (summaryOf(comparison).length === 0) terminal.stderr(`${nothingText(comparison)}\n`);
    return found.length > 0 ? 1 : 0;
  },
};

function parseMost(given: string | boolean | undefined): number {
  const most = given === undefined ? 40 : Number(given);
  if (Number.isInteger(most) && most >= 0) return most;
  throw new UsageError(`--pictures takes a number of pages, not \`${String(given)}\``);
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

/** Comparing takes long: where its report cannot be written is told before. */
async function checkReport(file: string, { cwd }: Terminal): Promise<void> {
  const refusal = await whyUnwritable(resolve(cwd, file));
  if (refusal) throw new UsageError(`${file} cannot be written: ${refusal}`);
}

async function writeReport(file: string, content: string, { cwd }: Terminal): Promise<void> {
  const refusal = await writeWhole(resolve(cwd, file), content);
  if (refusal) throw new UsageError(`${file} cannot be written: ${refusal}`);
}
