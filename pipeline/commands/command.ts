import type { ParseArgsConfig } from "node:util";
import type { Refusal } from "../edges/fill-folder.js";

/** The side of quoin that a person sees; cli.ts makes it from the process, tests from strings. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Write results. */
  stdout(text: string): void;
  /** Write messages and progress. */
  stderr(text: string): void;
  /** Whether standard error can redraw a line. */
  readonly live: boolean;
  /** Of standard error, where it has them. */
  readonly columns?: number;
  readonly color: boolean;
  readonly signal: AbortSignal;
  /** Milliseconds since some moment. */
  clock(): number;
}

/** What stood on the command line after the command's name. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One thing that quoin does. One file each; the registry is index.ts. */
export interface Command {
  /** What `quoin COMMAND --help` prints. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** The fewest and the most positional arguments. */
  readonly arity: readonly [number, number];
  /** What a positional argument names, for messages: a folder where nothing is said. */
  readonly operand?: "file";
  /** Do it; resolves to the exit code. Throws a `UsageError`, and the signal's reason when aborted. */
  run(args: Arguments, terminal: Terminal): Promise<number>;
}

/** A command line that makes no sense: exit code 2. */
export class UsageError extends Error {}

/** What was asked for could be done elsewhere, and this machine does not allow it: exit code 1. */
export class Prevented extends Error {}

/** Say that a folder was not filled, as a mistake of the command line where another folder would do. */
export function refusalOf(what: string, { why, cause }: Refusal): Error {
  const reason = `${what}: ${why}`;
  return cause === "folder" ? new UsageError(reason) : new Prevented(reason);
}
