import { basename, dirname, resolve } from "node:path";
import type { VFileMessage } from "vfile-message";
import { count } from "../count.js";
import { bringInApart } from "../edges/bring-in-apart.js";
import { whyNotEmpty } from "../edges/fill-folder.js";
import { loadOriginal } from "../edges/load-original.js";
import { savePublication } from "../edges/save-publication.js";
import type { Remark } from "../import/bring-in.js";
import type { Original } from "../import/importer.js";
import { importers } from "../import/index.js";
import { recognise } from "../import/recognise.js";
import { originText } from "../import/report.js";
import { sizeProblem } from "../import/size-problem.js";
import { didYouMean, problem } from "../problem.js";
import { isFailure, pathFrom, severityOf } from "../report.js";
import { type Command, refusalOf, type Terminal, UsageError } from "./command.js";
import { tellMessages } from "./tell.js";

const formats = Object.entries(importers)
  .map(([name, { reads }]) => `  ${name.padEnd(10)} ${reads}`)
  .join("\n");

/** `quoin import`: what was written elsewhere into a publication folder. */
export const importOriginal: Command = {
  help: `quoin import FILE --to FOLDER

Make a publication of FILE, which was written elsewhere: publication.yaml, chapters in Markdown, images, and
import-report.md, which lists everything that a person should look at, with its place in FILE and in the manuscript.
No text is made up, and every word of FILE is in the manuscript or in the report. FOLDER must be new or empty: nothing
is ever written over.

  --to FOLDER      where the publication goes
  --from FORMAT    what FILE is, where its name and content do not say
  --language TAG   the language that it is written in, as en-GB; else it is told from the words
  --json           write the result to standard output as JSON, every finding with both its places

Formats

${formats}

Warnings are what a person should look at. What was done without doubt is in the report alone.

Examples

  quoin import report.txt --to report        then read report/import-report.md
  quoin build report                         and see what became of it
  quoin import notes.dat --from text --to book

Exit code 0: written. 1: FILE cannot be brought in, and nothing was written. 2: a command line that makes no sense.
`,
  options: {
    to: { type: "string" },
    from: { type: "string" },
    language: { type: "string" },
    json: { type: "boolean" },
  },
  arity: [1, 1],
  operand: "file",

  async run({ positionals: [given = ""], values }, terminal) {
    const { to, from, language } = values;
    if (typeof to !== "string")
      throw new UsageError(`import needs to know where to: quoin import ${given} --to FOLDER`);
    const named = typeof from === "string" ? formatOf(from) : undefined;
    const tag = typeof language === "string" ? await languageOf(language) : undefined;
    const folder = resolve(terminal.cwd, to);
    const refusal = await whyNotEmpty(folder);
    if (refusal) throw new UsageError(`nothing can be brought into ${to}: ${refusal}`);

    const path = resolve(terminal.cwd, given);
    const original = await loadOriginal(path, given);
    const format = "reason" in original ? undefined : (named ?? recognise(original));
    const wrong = whyUnread(original, format, given);
    const result =
      wrong || "reason" in original || format === undefined
        ? { files: [], words: 0, remarks: wrong ? [{ message: wrong }] : [] }
        : await bringInApart(
            { original, format, ...(tag !== undefined && { language: tag }) },
            terminal.signal,
          );
    const failed = isFailure(
      result.remarks.map(({ message }) => message),
      "lenient",
    );
    const unsaved = failed ? undefined : await savePublication(folder, result.files, terminal.signal);
    if (unsaved) throw refusalOf(`nothing can be brought into ${to}`, unsaved);
    tell(result.remarks, failed ? dirname(path) : folder, path, terminal);
    if (values.json) {
      const messages = result.remarks.map((remark) => recordOf(remark));
      const files = result.files.map(({ name }) => name);
      const record = { ok: !failed, file: given, folder: to, words: result.words, files, messages };
      terminal.stdout(`${JSON.stringify(record, null, 2)}\n`);
    } else if (!failed) terminal.stdout(written(folder, result.remarks, terminal));
    else terminal.stderr("Nothing was written.\n");
    return failed ? 1 : 0;
  },
};

function formatOf(name: string): string {
  if (Object.hasOwn(importers, name)) return name;
  const known = Object.keys(importers);
  throw new UsageError(
    `unknown format \`${name}\`.${didYouMean(name, known) || ` Expected ${known.join(", ")}`}`,
  );
}

async function languageOf(tag: string): Promise<string> {
  const { canonicalLanguage } = await import("../metadata/language.js");
  const language = canonicalLanguage(tag);
  if (language === undefined)
    throw new UsageError(`\`${tag}\` is no language; expected a BCP 47 tag such as en, en-GB or ar`);
  return language;
}

/** What forbids even to begin: no file, no format, too many bytes. */
function whyUnread(
  original: Original | VFileMessage,
  format: string | undefined,
  given: string,
): VFileMessage | undefined {
  if ("reason" in original) return Object.assign(original, { file: basename(given) });
  const importer = format === undefined ? undefined : importers[format];
  if (importer) return sizeProblem(original, importer);
  const known = Object.keys(importers).join(", ");
  return problem(
    "import-format-unknown",
    `Unexpected format; expected one of ${known}; \`--from\` names it where the name does not say`,
    { file: basename(given) },
  );
}

/**
 * What a person should look at goes to standard error; what was done stands in the report. What has no place in the manuscript has that in
 * the original, of which `path` is the file or the folder.
 */
function tell(remarks: readonly Remark[], folder: string, path: string, terminal: Terminal): void {
  const messages = remarks
    .filter(({ message }) => severityOf(message) !== "info")
    .map(({ message, from }) => {
      const copy = Object.assign(Object.create(Object.getPrototypeOf(message)), message) as VFileMessage;
      if (message.file === undefined) {
        copy.file = from && from.file !== basename(path) ? resolve(path, from.file) : path;
        copy.line = from?.line;
        copy.column = from?.line && (from.column ?? 1);
        copy.reason = from?.part === undefined ? message.reason : `${message.reason} (${from.part})`;
      } else copy.reason = from ? `${message.reason} (${originText(from)})` : message.reason;
      return copy;
    });
  tellMessages({ folder, artifacts: [], messages, stages: [] }, terminal);
}

function written(folder: string, remarks: readonly Remark[], { cwd }: Terminal): string {
  const shown = pathFrom(cwd, folder, ".");
  const report = pathFrom(cwd, folder, "import-report.md");
  const look = remarks.filter(({ message }) => severityOf(message) === "warning").length;
  const todo = look > 0 ? `${count(look, "thing")} to look at` : "nothing to look at";
  return `${shown} holds the publication; ${todo}, and all that was done, in ${report}\n\nBuild it:\n\n  quoin build ${shown}\n`;
}

function recordOf({ message, from }: Remark) {
  const { file, line, column, ruleId, reason } = message;
  return {
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    ruleId: ruleId ?? null,
    severity: severityOf(message),
    reason,
    from: from ?? null,
  };
}
