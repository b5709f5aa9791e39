import { Worker } from "node:worker_threads";
import type { StartThread } from "../publication.js";
import { scratchFolder } from "./scratch-folder.js";

const scripts = { plates: "./plates-thread.js" } as const;

/** What a thread begins with: its task, and a folder that goes when the process ends. */
export interface Handed<Task> {
  readonly task: Task;
  readonly folder: string;
}

/** Start a thread of this process. */
export const startThread: StartThread = <Task, Told>(
  work: keyof typeof scripts,
  task: Task,
  onTold: (told: Told) => void,
) => {
  const workerData: Handed<Task> = { task, folder: scratchFolder() };
  const worker = new Worker(new URL(scripts[work], import.meta.url), { workerData });
  worker.on("message", onTold);
  const ended = new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`A thread ends with code ${code}`)),
    );
  });
  return { ended, stop: () => void worker.terminate() };
};
