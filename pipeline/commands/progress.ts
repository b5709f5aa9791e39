import type { Cached, Progress } from "../publication.js";
import type { Terminal } from "./command.js";

/** Work that is over sooner needs no progress. */
const patience = 1000;

/** Show progress: one line, redrawn, on a terminal once work has lasted a second; elsewhere one line for each stage. */
export function showProgress(terminal: Terminal): { progress(progress: Progress): void; clear(): void } {
  const start = terminal.clock();
  const running = new Map<string, string>();
  let drawn = false;
  const clear = () => {
    if (drawn) terminal.stderr("\r\u001b[K");
    drawn = false;
  };
  return {
    clear,
    progress(progress) {
      if ("finished" in progress) running.delete(progress.stage);
      else running.set(progress.stage, describe(progress));
      if (!terminal.live) {
        if ("finished" in progress)
          terminal.stderr(
            `${progress.stage.padEnd(8)}${String(progress.ms).padStart(6)} ms${told(progress.cached)}\n`,
          );
      } else if (terminal.clock() - start > patience) {
        clear();
        if (running.size > 0) {
          terminal.stderr([...running.values()].join(", "));
          drawn = true;
        }
      }
    },
  };
}

function told(cached: Cached | undefined): string {
  return cached ? { whole: ", from the cache", "in part": ", in part from the cache" }[cached] : "";
}

function describe({ stage, done, total }: { stage: string; done: number; total?: number }): string {
  const words: Readonly<Record<string, string>> = {
    read: "chapters read",
    pages: "pages set",
    looking: "pages looked at",
  };
  return `${done}${total === undefined ? "" : ` of ${total}`} ${words[stage] ?? stage}`;
}
