import { join, relative, resolve } from "node:path";
import { count } from "../count.js";
import { type BuiltTitle, buildTitle, defaultJobs } from "../edges/build-title.js";
import { findPublications } from "../edges/find-publications.js";
import type { Format } from "../formats/format.js";
import { fromPlain, type PlainMessage } from "../plain-message.js";
import { problem } from "../problem.js";
import type { Result, toRecord } from "../report.js";
import { type Arguments, type Terminal, UsageError } from "./command.js";
import { limitArguments } from "./limits.js";
import { noteSandbox } from "./note-sandbox.js";
import { tellMessages } from "./tell.js";

type Record = ReturnType<typeof toRecord> & { readonly ok: boolean };

/** A title, where its artifacts went, and what its build came to. */
interface Title {
  readonly folder: string;
  readonly out: string;
  readonly built: BuiltTitle;
}

/** Options of a build that each title's build gets as they are. */
const handedOn = ["only", "cache"] as const;
const switches = ["no-cache", "verify", "strict"] as const;

/** Build every publication below a folder, so many at a time; resolves to the exit code. */
export async function buildAll(
  given: string,
  values: Arguments["values"],
  format: Format | undefined,
  terminal: Terminal,
): Promise<number> {
  const root = resolve(terminal.cwd, given);
  const found = await findPublications(root);
  if (found.length === 0) throw new UsageError(`there is no publication in ${given} or below it`);
  const out = resolve(terminal.cwd, String(values.out ?? "dist"));
  const options = optionsOf(values);
  const titles: Title[] = [];
  await eachOf(found, jobsOf(values.jobs), async ({ folder }) => {
    terminal.signal.throwIfAborted();
    const start = terminal.clock();
    const place = join(out, folder);
    const args = ["--out", place, ...options];
    const built = await buildTitle(join(root, folder), args, terminal.cwd, terminal.signal);
    titles.push({ folder, out: place, built });
    const seconds = ((terminal.clock() - start) / 1000).toFixed(1);
    terminal.stderr(
      `${titles.length} of ${found.length}  ${folder}  ${seconds} s${built.code === 0 ? "" : ", failed"}\n`,
    );
  });
  titles.sort((a, b) => (a.folder < b.folder ? -1 : 1));
  return tell(titles, root, values, format, terminal);
}

function tell(
  titles: readonly Title[],
  root: string,
  values: Arguments["values"],
  format: Format | undefined,
  terminal: Terminal,
): number {
  const failed = titles.filter(({ built }) => built.code !== 0);
  const messages = titles.flatMap((title) => messagesOf(title, root));
  const result: Result = { folder: root, artifacts: [], messages, stages: [] };
  tellMessages(result, terminal);
  const unboxed = titles.some(({ built }) => recordIn(built)?.sandbox === "off");
  if (unboxed) noteSandbox(terminal)({ sandbox: false });
  const told = {
    result,
    ok: failed.length === 0,
    strictness: values.strict ? "strict" : "lenient",
    from: terminal.cwd,
    record: () => ({ titles: titles.map(recordOf) }),
  } as const;
  if (format) terminal.stdout(format.write(told));
  else {
    for (const title of titles) terminal.stdout(`${line(title)}\n`);
    const sum = failed.length === 0 ? "all built" : `${failed.length} failed`;
    terminal.stdout(`${count(titles.length, "title")}, ${sum}\n`);
  }
  return failed.length === 0 ? 0 : 1;
}

function line(title: Title): string {
  const record = recordIn(title.built);
  if (title.built.code !== 0 || !record) return `failed  ${title.folder}`;
  return `built   ${title.folder}  ${count(record.artifacts.length, "artifact")}`;
}

function recordOf({ folder, out, built }: Title): object {
  const record = recordIn(built);
  return { folder, out, ok: built.code === 0, ...(record ?? { said: "said" in built ? built.said : "" }) };
}

function recordIn(built: BuiltTitle): Record | undefined {
  return "record" in built ? (built.record as Record) : undefined;
}

/** A record counts its files from where the artifacts are; of a title without one something went wrong that is nobody's manuscript. */
function messagesOf({ folder, out, built }: Title, root: string) {
  const record = recordIn(built);
  if (!record) {
    const reason = `Unexpected end of the build of ${folder}: ${"said" in built ? built.said : ""}`;
    return [problem("build-ended", reason, { file: folder })];
  }
  return record.messages.map(({ file, line, column, ruleId, severity, reason }) =>
    fromPlain({
      reason,
      ruleId: ruleId ?? undefined,
      source: "quoin",
      file: file === null ? folder : relative(root, resolve(out, file)),
      place: line !== null && column !== null ? { line, column } : undefined,
      severity,
    } as PlainMessage),
  );
}

function optionsOf(values: Arguments["values"]): string[] {
  const valued = handedOn.flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, String(values[name])],
  );
  return [
    ...valued,
    ...limitArguments(values),
    ...switches.flatMap((name) => (values[name] ? [`--${name}`] : [])),
  ];
}

function jobsOf(jobs: Arguments["values"][string]): number {
  if (jobs === undefined) return defaultJobs;
  if (!/^[1-9]\d?$/.test(String(jobs))) throw new UsageError(`--jobs ${jobs} is no number from 1 to 99`);
  return Number(jobs);
}

/** Do work for each of a list, so many at a time. */
async function eachOf<T>(list: readonly T[], jobs: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: jobs }, worker));
}
