import { type Course, phases, shareDone } from "./course.js";
import { type Expected, expect } from "./expect.js";
import type { Past } from "./past.js";
import { slowness } from "./speed.js";

/** The share of pressing that comes when the pages are checked. */
const afterCheck = 0.15;

/** The share of what is counted behind which it says how long the rest will take: first pages wait for what checks them. */
const enough = 0.05;

/** Estimate how many milliseconds a build will still take; undefined where there is no ground for it, or none any more. */
export function timeLeft(course: Course, past: Past | undefined, now: number): number | undefined {
  const expected = expect(course, past);
  if (!expected) return undefined;
  const slow = slowness(course, expected);
  const due = restOf(course, expected, slow, past);
  const since = now - course.heard;
  // What is very late was never understood.
  if (since > 2 * due + 1000) return undefined;
  const { phase, spent } = course;
  const after = phases.slice(phases.indexOf(phase) + 1);
  const later = after.reduce((sum, each) => sum + Math.max(0, expected[each] - spent[each]), 0);
  // What is late may be half as late again, and so may be what comes behind it.
  const late = Math.max(0, since - due);
  const slower = due > 0 ? slow * (1 + late / (2 * due)) : slow;
  return Math.max(due - since, since / 10, late / 2) + later * slower;
}

/** What was left of the present phase when something was heard last. */
function restOf(course: Course, expected: Expected, slow: number, past: Past | undefined): number {
  const { phase, spent, since, heard } = course;
  const whole = expected[phase] * slow;
  const done = shareDone(course);
  if (done !== undefined) return whole * (1 - done);
  const rest = Math.max(0, whole - spent[phase] - (heard - since));
  return (past ? undefined : restOfPressing(course, rest)) ?? rest;
}

/** What is left of pressing, by the images and pages that are done: no length of a text says how many images it has. */
function restOfPressing({ phase, counts, heard }: Course, without: number): number | undefined {
  if (phase !== "finishing") return undefined;
  const counted = [...counts].find(
    ([stage, { done, total }]) => stage !== "read" && done - 1 > total * enough && done < total,
  );
  if (!counted) return undefined;
  const [stage, { done, total, since }] = counted;
  const rest = ((heard - since) * (total - done)) / (done - 1);
  return rest + without * (stage === "press" ? 1 : afterCheck);
}
