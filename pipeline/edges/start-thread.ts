import { Worker } from "node:worker_threads";
import type { StartThread } from "../publication.js";

const scripts = { "take-pages": "./take-pages-thread.js" } as const;

/** Start a thread of this process. */
export const startThread: StartThread = (work, task, onTold) => {
  const worker = new Worker(new URL(scripts[work], import.meta.url), { workerData: task });
  worker.on("message", onTold);
  const ended = new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`A thread ends with code ${code}`)),
    );
  });
  return { ended, stop: () => void worker.terminate() };
};
