import { advance, begin, type Course, type Told } from "../../pipeline/progress/course.js";
import { line } from "../../pipeline/progress/line.js";
import type { Past } from "../../pipeline/progress/past.js";
import { type Said, steady } from "../../pipeline/progress/steady.js";
import { timeLeft } from "../../pipeline/progress/time-left.js";
import type { Edition, Setting } from "../../pipeline/publication.js";

/** What was told of a build, by the second at which it was. */
export type History = readonly (readonly [number, Told])[];

export const chapters = (done: number, total = 12): Told => ({ stage: "read", done, total });

export const isRead: Told = { stage: "read", finished: true, ms: 1 };

export const isWritten = (edition: Edition): Told => ({ stage: edition, finished: true, ms: 1 });

/** A document of a million characters: some 250 pages. */
export const document = (rest: Partial<Setting>): Setting => ({
  edition: "screen",
  is: "begun",
  typesetter: "paged",
  characters: 1_000_000,
  geometry: { trimWidth: 642.5, trimHeight: 907, bleed: 19 },
  chapters: 0,
  of: 12,
  pages: 0,
  share: 0,
  ...rest,
});

/** How far a build is after what was told until some second. */
export function courseAt(history: History, second: number, editions: readonly Edition[]): Course {
  return history
    .filter(([at]) => at <= second)
    .reduce((course, [at, told]) => advance(course, told, at * 1000), begin(editions, 0));
}

/** What is shown at each of some seconds, by someone who looks twice a second. */
export function shownAt(
  history: History,
  seconds: readonly number[],
  { editions = ["screen"], past }: { editions?: readonly Edition[]; past?: Past } = {},
): readonly string[] {
  const shown: string[] = [];
  let said: Said | undefined;
  for (let now = 0; now <= Math.max(...seconds) * 1000; now += 500) {
    const course = courseAt(history, now / 1000, editions);
    said = steady(said, timeLeft(course, past, now), now);
    if (seconds.includes(now / 1000)) shown.push(line(course, past, said?.left));
  }
  return shown;
}
