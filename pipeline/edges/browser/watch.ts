/** What ends a piece of work of a browser before it is done. */
import { problem } from "../../problem.js";
import type { Running } from "./launch.js";
import { gaugeOf } from "./room.js";

/** A promise that rejects when a signal is aborted, and never where there is none. */
export function rejectionOf(signal: AbortSignal | undefined) {
  let abort = () => {};
  const happens = new Promise<never>((_, reject) => {
    abort = () => reject(signal?.reason);
  });
  happens.catch(() => {});
  signal?.addEventListener("abort", abort, { once: true });
  return { happens, forget: () => signal?.removeEventListener("abort", abort) };
}

/** Milliseconds between two looks at a browser's memory, and at the room for its files. */
const glance = 500;

/** A browser, with what tells the megabytes that it holds. */
export interface Weighed extends Running {
  readonly weigh: () => Promise<number | undefined>;
}

/** Watch over a piece of work: `happens` rejects where the browser dies, or takes more milliseconds or megabytes than it may. */
export function watch(
  { process: child, browser, weigh, temporary }: Weighed,
  { time, memory }: { readonly time: number; readonly memory: number },
  signal: AbortSignal | undefined,
) {
  let reason: unknown;
  let stop = (_: unknown) => {};
  const happens = new Promise<never>((_, reject) => {
    stop = (why) => {
      reason ??= signal?.aborted ? signal.reason : why;
      reject(reason);
    };
  });
  happens.catch(() => {});
  const room = gaugeOf(temporary);
  const died = () =>
    stop(room.tooLittle() ?? problem("browser-died", "The browser ended in the middle of its work", {}));
  const late = problem(
    "browser-timeout",
    `The browser did not finish within ${Math.round(time / 1000)} seconds`,
    {},
  );
  const timer = setTimeout(() => stop(late), time);
  const greedy = problem("browser-memory", `The browser holds more than ${memory} MB of memory`, {});
  const scale = setInterval(async () => {
    room.look();
    const size = await weigh();
    if (size !== undefined && size > memory) stop(greedy);
  }, glance);
  child.once("exit", died);
  browser.once("disconnected", died);
  const forget = () => {
    clearTimeout(timer);
    clearInterval(scale);
    child.off("exit", died);
    browser.off("disconnected", died);
  };
  return { happens, died, reason: () => reason, forget };
}
