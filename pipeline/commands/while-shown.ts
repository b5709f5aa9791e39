import type { Terminal } from "./command.js";
import { liveLine } from "./live-line.js";

/** Milliseconds between two looks at the clock. */
const beat = 1000;

/** Do what is long and tells nothing of how far it is, with a line on a terminal that says since when. */
export async function whileShown<T>(what: string, terminal: Terminal, work: () => Promise<T>): Promise<T> {
  if (!terminal.live) return work();
  const { draw, clear } = liveLine(terminal);
  const start = terminal.clock();
  const timer = setInterval(() => draw(`${what}, ${Math.round((terminal.clock() - start) / 1000)} s`), beat);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    clear();
  }
}
