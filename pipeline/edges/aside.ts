import { Worker } from "node:worker_threads";
import type { Aside, Painting } from "../publication.js";

/** What a thread is asked, and what it answers. */
export type Question = { readonly number: number } & (
  | { readonly deflate: Uint8Array }
  | { readonly shorten: readonly Painting[] }
);
export type Answer = { readonly number: number; readonly made: readonly Uint8Array[] };

/** A second thread, and its end. */
export interface OpenAside {
  readonly aside: Aside;
  /** End the thread, whatever it works at. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(made: readonly Uint8Array[]): void;
  reject(error: unknown): void;
}

/** Make a second thread, which starts when it is first needed. */
export function openAside(script = new URL("./aside-thread.js", import.meta.url)): OpenAside {
  let thread: Worker | undefined;
  let asked = 0;
  const waiting = new Map<number, Waiting>();
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    if (thread) return thread;
    thread = new Worker(script);
    thread.on("message", ({ number, made }: Answer) => {
      waiting.get(number)?.resolve(made);
      waiting.delete(number);
    });
    thread.on("error", fail);
    thread.on("exit", () => fail(new Error("The second thread ended before its work")));
    return thread;
  };
  const ask = (question: Question, moved: readonly ArrayBuffer[] = []) =>
    new Promise<readonly Uint8Array[]>((resolve, reject) => {
      waiting.set(question.number, { resolve, reject });
      start().postMessage(question, moved);
    });
  return {
    aside: {
      ready: () => void start(),
      async deflate(bytes) {
        // A copy, which is handed over: what is a part of a larger whole would take all of it along.
        const own = Uint8Array.from(bytes);
        const [made] = await ask({ number: asked++, deflate: own }, [own.buffer]);
        if (!made) throw new Error("The second thread made nothing");
        return made;
      },
      shorten: (paintings) => ask({ number: asked++, shorten: paintings }),
    },
    async close() {
      // Nobody waits any more for what it has not made.
      waiting.clear();
      await thread?.terminate();
    },
  };
}
