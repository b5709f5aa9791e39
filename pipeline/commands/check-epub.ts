import { resolve } from "node:path";
import { findingsOfAce } from "../check-epub/ace-report.js";
import { checkEpub, type EpubReport } from "../check-epub/check.js";
import { type Finding, toMessage } from "../check-epub/finding.js";
import { findingsOfJar } from "../check-epub/jar-report.js";
import { retailText } from "../check-epub/retail/text.js";
import { ace, type Outcome } from "../edges/ace.js";
import { epubcheckJar } from "../edges/epubcheck-jar.js";
import { readBytes } from "../edges/read-file.js";
import type { Format } from "../formats/format.js";
import { isFailure, type Result, toRecord } from "../report.js";
import type { Arguments, Terminal } from "./command.js";
import { numberOf } from "./limits.js";
import { tellMessages } from "./tell.js";
import { whileShown } from "./while-shown.js";

/** Bytes of the largest book that any shop takes. */
const largest = 2_000_000_000;

/** Seconds that DAISY Ace may take, where the command line does not say. */
const patience = 300;

/** One tool of the report: that it ran, or why not. */
interface Tool {
  readonly name: string;
  readonly ran: boolean;
  readonly why?: string;
}

/** `quoin check --epub FILE`: run every validator that is there over an EPUB, and say which were not; resolves to the exit code. */
export async function checkEpubFile(
  file: string,
  values: Arguments["values"],
  format: Format | undefined,
  terminal: Terminal,
): Promise<number> {
  const { messages, retail, tools } = await examine(
    file,
    1000 * (numberOf(values, "max-time") ?? patience),
    terminal,
  );
  const result: Result = { folder: terminal.cwd, artifacts: [], messages, stages: [] };
  const strictness = values.strict ? "strict" : "lenient";
  const failed = isFailure(messages, strictness);
  tellMessages(result, terminal);
  const isTold = (name: string) => messages.some(({ ruleId }) => ruleId === `${name}/no-report`);
  for (const { name, ran, why } of tools)
    if (!ran && !isTold(name)) terminal.stderr(`${name} did not check: ${why ?? "unknown"}\n`);
  const told = { result, ok: !failed, strictness, from: terminal.cwd } as const;
  const record = () => ({ file, tools, messages: toRecord(result, terminal.cwd).messages, retail });
  if (format) terminal.stdout(format.write({ ...told, record }));
  else if (retail.length > 0) terminal.stdout(retailText(retail));
  const ran = tools.filter((tool) => tool.ran).map(({ name }) => name);
  if (messages.length === 0) terminal.stderr(`${file}: no problems (${ran.join(", ")})\n`);
  return failed ? 1 : 0;
}

async function examine(
  file: string,
  limit: number,
  terminal: Terminal,
): Promise<EpubReport & { readonly tools: readonly Tool[] }> {
  const { cwd, signal, stderr } = terminal;
  const path = resolve(cwd, file);
  const content = await readBytes(path, largest);
  if (!("bytes" in content)) {
    const reason = `Unreadable EPUB: ${content.detail}`;
    return {
      messages: [toMessage(file, { rule: "epub/file-unreadable", gravity: "error", reason })],
      retail: [],
      tools: [],
    };
  }
  const { messages: found, retail } = await checkEpub(file, content.bytes);
  const messages = [...found];
  const tools: Tool[] = ["epubcheck", "html", "epub"].map((name) => ({ name, ran: true }));
  // What is no archive has no more to say to a browser or to Java.
  if (messages.some(({ ruleId }) => ruleId === "epub/archive-invalid")) return { messages, retail, tools };
  const add = (name: string, outcome: Outcome, findings: (report: unknown) => readonly Finding[]) => {
    if ("report" in outcome)
      messages.push(...findings(outcome.report).map((found) => toMessage(file, found)));
    if ("failed" in outcome) {
      const reason = `${name} gave no report: ${outcome.failed}`;
      messages.push(toMessage(file, { rule: `${name}/no-report`, gravity: "error", reason }));
    }
    const why = "skipped" in outcome ? outcome.skipped : "failed" in outcome ? outcome.failed : undefined;
    tools.push({ name, ran: why === undefined, ...(why !== undefined && { why }) });
  };
  const accessible = await whileShown("DAISY Ace looks at the book", terminal, () =>
    ace(path, cwd, signal, limit),
  );
  if (!("skipped" in accessible)) stderr("browser  without its sandbox: DAISY Ace starts it so\n");
  add("ace", accessible, findingsOfAce);
  add(
    "epubcheck-jar",
    await whileShown("EPUBCheck reads the book", terminal, () => epubcheckJar(path, cwd, signal)),
    findingsOfJar,
  );
  return { messages, retail, tools };
}
