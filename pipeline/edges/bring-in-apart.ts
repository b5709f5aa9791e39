import { Worker } from "node:worker_threads";
import type { BroughtIn } from "../import/bring-in.js";
import type { NamedBytes, Origin, Original } from "../import/importer.js";
import { type At, problem, type RuleId } from "../problem.js";

/** What a thread is handed. */
export interface ImportTask {
  readonly original: Original;
  /** A key of `importers`. */
  readonly format: string;
  readonly language?: string;
}

/** A remark as data: an error object does not cross threads whole. */
export interface PlainRemark {
  readonly ruleId: string;
  readonly reason: string;
  readonly at: {
    readonly file: string | undefined;
    readonly line: number | undefined;
    readonly column: number | undefined;
  };
  readonly from: Origin | undefined;
}

export interface ThreadResult {
  readonly files: readonly NamedBytes[];
  readonly remarks: readonly PlainRemark[];
  readonly words: number;
}

/** What one import may use: milliseconds of work, not of waiting on a busy machine, and megabytes of memory. */
export interface Allowance {
  readonly work: number;
  readonly memory: number;
}

const allowance: Allowance = { work: 8_000, memory: 350 };

/**
 * Bring an original in on a thread of its own, and end the thread where it takes too long or too much memory: then a message
 * says so. Rejects with the signal's reason where it is aborted.
 */
export async function bringInApart(
  task: ImportTask,
  signal: AbortSignal,
  { work, memory }: Allowance = allowance,
): Promise<BroughtIn> {
  const worker = new Worker(new URL("./import-thread.js", import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const before = process.cpuUsage();
  return new Promise<BroughtIn>((resolve, reject) => {
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 > work) resolve(tooMuch(task, `more than ${work / 1000} seconds of work`));
    }, 200);
    worker.once("message", (result: ThreadResult) => resolve(fromThread(result)));
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
        resolve(tooMuch(task, `more than ${memory} MB of memory`));
      else reject(error);
    });
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.once("exit", () => clearInterval(watch));
  }).finally(() => worker.terminate());
}

function tooMuch({ original: { name } }: ImportTask, what: string): BroughtIn {
  const reason = `Unexpected need of ${what}; bring it in by parts`;
  return { files: [], words: 0, remarks: [{ message: problem("import-too-large", reason, { file: name }) }] };
}

function fromThread({ files, remarks, words }: ThreadResult): BroughtIn {
  return {
    files,
    words,
    remarks: remarks.map(({ ruleId, reason, at: { file, line, column }, from }) => {
      const at: At = {
        ...(file !== undefined && { file }),
        ...(line !== undefined && column !== undefined && { line, column }),
      };
      return { message: problem(ruleId as RuleId, reason, at), ...(from && { from }) };
    }),
  };
}
