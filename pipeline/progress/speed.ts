import { type Course, phases } from "./course.js";
import type { Expected } from "./expect.js";

/** The share of a build's work behind which what was counted weighs less than half as much: machines get other work to do. */
const memory = 0.3;

/** The share of the whole work of which it is as if that had gone as expected: a record may be of a build beside other work, or without. */
const expectedly = 0.05;

/** What reading weighs beside that: it has one processor, and the browser starts meanwhile. */
const ofReading = 0.4;

/** Say how many times as long as expected a build takes on this machine, as far as it has come: what was counted last weighs most. */
export function slowness(course: Course, expected: Expected): number {
  const starts: Partial<Record<string, number>> = {};
  let whole = 0;
  for (const phase of phases) {
    starts[phase] = whole;
    whole += expected[phase];
  }
  const marks = course.marks.map(({ at, phase, share }) => {
    return { at, phase, done: (starts[phase] ?? 0) + share * expected[phase] };
  });
  const now = marks.at(-1)?.done ?? 0;
  let took = whole * expectedly + 1;
  let due = took;
  marks.forEach((mark, index) => {
    const before = marks[index - 1];
    // How long it takes to start, and what the cache knew already, are no measure.
    if (!before || before.phase === "starting" || course.shortened.has(before.phase)) return;
    const weight =
      0.5 ** ((now - mark.done) / (memory * whole)) * (before.phase === "reading" ? ofReading : 1);
    took += weight * (mark.at - before.at);
    due += weight * (mark.done - before.done);
  });
  return Math.min(8, Math.max(1 / 10, took / due));
}
