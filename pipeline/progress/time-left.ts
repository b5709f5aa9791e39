import { type Course, type Phase, phases } from "./course.js";
import { type Expected, expect } from "./expect.js";
import type { Past } from "./past.js";
import { settingDone } from "./setting-done.js";

/** Milliseconds by which what was measured and what was expected are both lengthened, so that a short phase decides little. */
const inertia = 500;

/** The share of pressing that comes when the pages are checked. */
const afterCheck = 0.15;

/** Estimate how many milliseconds a build will still take; undefined where there is no ground for it, or none any more. */
export function timeLeft(course: Course, past: Past | undefined, now: number): number | undefined {
  const expected = expect(course, past);
  if (!expected) return undefined;
  const slow = slowness(course, expected);
  const after = phases.slice(phases.indexOf(course.phase) + 1);
  const later = after.reduce((sum, phase) => sum + Math.max(0, expected[phase] - course.spent[phase]), 0);
  const due = restOf(course, expected, slow, past);
  const since = now - (due.as === "counted" ? course.heard : course.since);
  // What is late may be half as late again, and what is very late was never understood.
  if (since > 2 * due.ms + 2 * inertia) return undefined;
  return Math.max(due.ms - since, since / 10, (since - due.ms) / 2) + later * slow;
}

/** How many times as long as expected a build takes, as far as it has come. */
function slowness(course: Course, expected: Expected): number {
  const isOver = (phase: Phase) =>
    phases.indexOf(phase) < phases.indexOf(course.phase) &&
    course.spent[phase] > 0 &&
    !course.shortened.has(phase);
  const over = phases.filter(isOver);
  // Chapters that are read again are no measure: of some the cache knows what they come to.
  const done = course.phase === "setting" ? doneOf(course, expected) : undefined;
  const took = sum(over, course.spent) + (done === undefined ? 0 : untilHeard(course));
  const slow = (took + inertia) / (sum(over, expected) + (done ?? 0) + inertia);
  return Math.min(3, Math.max(1 / 10, slow));
}

/** What was left of the present phase when something of it was counted last, or else when it began. */
function restOf(
  course: Course,
  expected: Expected,
  slow: number,
  past: Past | undefined,
): { readonly as: "counted" | "expected"; readonly ms: number } {
  const { phase, spent } = course;
  const whole = expected[phase];
  const done = doneOf(course, expected);
  if (done !== undefined) return { as: "counted", ms: (whole - done) * paceOf(course, expected, done) };
  const pressing = past ? undefined : restOfPressing(course, whole * slow);
  if (pressing !== undefined) return { as: "counted", ms: pressing };
  return { as: "expected", ms: Math.max(0, whole * slow - spent[phase]) };
}

/** How much of the present phase is done, in milliseconds as they were expected; undefined where nothing in it is counted. */
function doneOf(course: Course, expected: Expected): number | undefined {
  const { phase, counts, documents, editions, finished } = course;
  if (phase === "reading") {
    const { done, total } = counts.get("read") ?? { done: 0, total: 0 };
    return done > 0 && done < total ? (expected.reading * done) / total : undefined;
  }
  const shares = [...documents.values()].map(settingDone);
  if (phase !== "setting" || shares.every((share) => share === undefined || share === 1)) return undefined;
  const all = editions.filter((edition) => edition !== "epub" && !finished.has(edition));
  const done = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  return (expected.setting * done) / Math.max(all.length, shares.length);
}

/** How many times as long as expected what is counted takes: at its last pace, or since its phase began where that tells little. */
function paceOf(course: Course, expected: Expected, done: number): number {
  const { pace, editions } = course;
  const [first, last] = [pace[0], pace.at(-1)];
  const pdfs = Math.max(1, editions.filter((edition) => edition !== "epub").length);
  const share = first && last ? last.share - first.share : 0;
  if (!first || !last || share < 0.03) return (untilHeard(course) + inertia) / (done + inertia);
  const due = (expected.setting * share) / pdfs;
  return (last.at - first.at + inertia) / (due + inertia);
}

/** What is left of pressing, by the images and pages that are done: no length of a text says how many images it has. */
function restOfPressing({ phase, counts, heard }: Course, without: number): number | undefined {
  if (phase !== "finishing") return undefined;
  const counted = [...counts].find(
    ([stage, { done, total }]) => stage !== "read" && done > 1 && done < total,
  );
  if (!counted) return undefined;
  const [stage, { done, total, since }] = counted;
  const rest = ((heard - since) * (total - done)) / (done - 1);
  return rest + without * (stage === "press" ? 1 : afterCheck);
}

function untilHeard({ phase, since, spent, heard }: Course): number {
  return spent[phase] + Math.max(0, heard - since);
}

function sum(of: readonly Phase[], ms: Readonly<Record<Phase, number>>): number {
  return of.reduce((all, phase) => all + ms[phase], 0);
}
