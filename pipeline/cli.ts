#!/usr/bin/env node
/** argv -> command -> exit code; the only console and process. */
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { type Arguments, type Command, Prevented, type Terminal, UsageError } from "./commands/command.js";
import { commands } from "./commands/index.js";
import { NoRoom } from "./edges/no-room.js";
import { tuneEngine } from "./edges/tune-engine.js";

const help = `quoin: one Markdown manuscript in, a typeset PDF and an EPUB 3 out, with nothing lost on the way.

  quoin new FOLDER         make a small publication that builds at once and shows the syntax
  quoin build [FOLDER]     build the publication in FOLDER (manuscript) into dist
  quoin list [FOLDER]      list the publications of a catalogue, or those that a change touches
  quoin check [FOLDER]     report every problem at its line; write nothing
  quoin preflight FILE     say what a printer will say of a PDF, before he does
  quoin preview [FOLDER]   show pages, e-book and messages in a browser while you write
  quoin import FILE --to FOLDER
                           make a publication of a text that was written elsewhere
  quoin diff OLD NEW       say what changed between two editions: words, pages, notes, what people cited
  quoin cache              say what builds keep for the next one, and where; --clear removes it
  quoin doctor             say what quoin needs and what was found

  --help                   this text; after a command, all about that command
  --version                the version of quoin
  --debug                  the stack of an unexpected error (or set QUOIN_DEBUG=1)

Begin with

  quoin new book
  quoin build book

Exit code 0: fine. 1: an error in the manuscript, or with --strict a warning. 2: a command line that makes no sense.
70: a mistake of quoin itself. 130: interrupted.
`;

const common = { help: { type: "boolean", short: "h" }, debug: { type: "boolean" } } as const;

async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-v") {
    terminal.stdout(`${createRequire(import.meta.url)("../package.json").version}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) {
    (name ? terminal.stdout : terminal.stderr)(help);
    return name ? 0 : 2;
  }
  if (name === "help") return main([...rest.slice(0, 1), "--help"], terminal);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load && name.startsWith("-")) throw await unknown("option", name, ["--help", "--version"]);
  if (!load) throw await unknown("command", name, Object.keys(commands));
  const command = await load();
  const args = await parse(command, name, rest);
  if (args.values.help) {
    terminal.stdout(command.help);
    return 0;
  }
  const [fewest, most] = command.arity;
  const { length } = args.positionals;
  const operand = command.operand ?? "folder";
  if (length < fewest) throw new UsageError(`${name} needs the name of a ${operand}`);
  if (length > most) {
    const wanted = most > 0 ? `takes one ${operand}, not also` : "works on no folder, not on";
    throw new UsageError(`${name} ${wanted} \`${args.positionals[most]}\``);
  }
  return command.run(args, terminal);
}

async function parse(command: Command, name: string, rest: readonly string[]): Promise<Arguments> {
  const options = { ...command.options, ...common };
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const option = /Unknown option '(--?[^']+)'/.exec(error.message)?.[1];
    if (option)
      throw await unknown(
        `option of ${name}`,
        option,
        Object.keys(options).map((key) => `--${key}`),
      );
    throw new UsageError(misused(error.message, name));
  }
}

/** Say in quoin's words what Node says of an option: that its value is missing, or that it has one. */
function misused(reason: string, name: string): string {
  const [, option, takes] =
    /^Option '(?:-\w, )?(--[\w-]+)[^']*' (?:argument (?:missing|is ambiguous)|(does not take))/.exec(
      reason,
    ) ?? [];
  if (!option) return reason.split(". ")[0] ?? reason;
  return takes ? `${option} of ${name} takes no value` : `${option} of ${name} needs a value behind it`;
}

async function unknown(kind: string, word: string, known: readonly string[]): Promise<UsageError> {
  const { didYouMean } = await import("./problem.js");
  return new UsageError(
    `unknown ${kind} \`${word}\`.${didYouMean(word, known) || ` Expected ${known.join(", ")}`}`,
  );
}

/** Ctrl-C once: stop, clean up, leave. Twice: leave at once, as the system does. */
function interruptible(): AbortSignal {
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort(130));
  process.once("SIGTERM", () => interrupt.abort(143));
  return interrupt.signal;
}

function isMessage(error: unknown): error is Error {
  return error instanceof Error && "ruleId" in error && error.ruleId !== undefined;
}

/** Say what ended the work before its time; returns the exit code. */
function explain(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) {
    process.stderr.write("Interrupted: nothing was changed.\n");
    return Number(signal.reason);
  }
  if (error instanceof UsageError) {
    const [name = ""] = process.argv.slice(2);
    const about = Object.hasOwn(commands, name) ? `quoin ${name} --help` : "quoin --help";
    process.stderr.write(`quoin: ${error.message}\n${about} says more.\n`);
    return 2;
  }
  // A message of the browser's that no edition waits for, as where pages are compared, is told as it is.
  if (error instanceof Prevented || error instanceof NoRoom || isMessage(error)) {
    process.stderr.write(`quoin: ${error.message}\n`);
    return 1;
  }
  const debug = process.argv.includes("--debug") || process.env.QUOIN_DEBUG === "1";
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`quoin: a mistake of quoin itself: ${text}\n`);
  process.stderr.write(
    debug && error instanceof Error
      ? `${error.stack}\n`
      : "Please report it, with the manuscript if you can; --debug shows where it happened.\n",
  );
  return 70;
}

// The preview lives for hours, and is worth optimising.
if (process.argv[2] !== "preview") tuneEngine();

// `quoin … | head` closes the pipe early: that is no mistake of anyone's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 70));

const { env, stderr } = process;
const signal = interruptible();
const terminal: Terminal = {
  cwd: process.cwd(),
  env,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => stderr.write(text),
  live: stderr.isTTY === true && !env.CI && env.TERM !== "dumb",
  columns: stderr.columns || 80,
  color: stderr.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
  signal,
  // Node loads `performance` when it is first asked for, and takes a tenth of a short run for it.
  clock: () => Number(process.hrtime.bigint()) / 1e6,
};
await leave(await main(process.argv.slice(2), terminal).catch((error: unknown) => explain(error, signal)));

/** Leave at once when all is written: a browser that would not start may have left timers that run for minutes. */
async function leave(code: number): Promise<never> {
  for (const stream of [process.stdout, stderr]) await new Promise((resolve) => stream.write("", resolve));
  process.exit(code);
}
