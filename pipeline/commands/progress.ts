import { advance, begin, type Course, type Told } from "../progress/course.js";
import { line } from "../progress/line.js";
import type { Past } from "../progress/past.js";
import { type Said, steady } from "../progress/steady.js";
import { timeLeft } from "../progress/time-left.js";
import type { Cached, Edition } from "../publication.js";
import type { Terminal } from "./command.js";
import { liveLine } from "./live-line.js";

/** Milliseconds after which work needs progress, and between two looks at the clock. */
const [patience, beat] = [1000, 500];

/** How a build is followed by those who wait for it. */
export interface Following {
  progress(told: Told): void;
  /** Say what the last build of the same took. */
  remember(past: Past | undefined): void;
  /** Make room for a line that stays. */
  clear(): void;
  /** Leave a clean line, and draw nothing more. */
  end(): void;
  course(): Course;
}

/** Show progress: one line, redrawn, on a terminal once work has lasted a second; elsewhere one line for each stage. */
export function showProgress(terminal: Terminal, editions: readonly Edition[]): Following {
  const start = terminal.clock();
  const { draw, clear } = liveLine(terminal);
  let course = begin(editions, start);
  let past: Past | undefined;
  let said: Said | undefined;
  let isOver = false;
  const show = () => {
    const now = terminal.clock();
    if (isOver || now - start <= patience) return;
    said = steady(said, timeLeft(course, past, now), now);
    draw(line(course, past, said?.left));
  };
  const timer = terminal.live ? setInterval(show, beat) : undefined;
  timer?.unref();
  return {
    clear,
    course: () => course,
    remember(known) {
      past = known;
    },
    end() {
      isOver = true;
      clearInterval(timer);
      clear();
    },
    progress(told) {
      course = advance(course, told, terminal.clock());
      if (terminal.live) show();
      else if ("finished" in told)
        terminal.stderr(`${told.stage.padEnd(8)}${String(told.ms).padStart(6)} ms${taken(told.cached)}\n`);
    },
  };
}

function taken(cached: Cached | undefined): string {
  return cached ? { whole: ", from the cache", "in part": ", in part from the cache" }[cached] : "";
}
