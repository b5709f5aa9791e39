import type { Edition, Progress, Setting } from "../publication.js";
import { printingDone, settingDone } from "./setting-done.js";

/** The phases of a build, in their order, as those see them who wait for it. */
export const phases = ["starting", "reading", "setting", "printing", "finishing"] as const;

export type Phase = (typeof phases)[number];

/** What is told of a build while it goes on. */
export type Told = Progress | Setting;

/** So many of a kind of thing are done, counted from the moment when the first was. */
export interface Count {
  readonly done: number;
  readonly total: number;
  readonly since: number;
}

/** How much of a phase was done at some time: 0 to 1. */
export interface Mark {
  readonly at: number;
  readonly phase: Phase;
  readonly share: number;
}

/** How far a build is; all times are milliseconds of one clock. */
export interface Course {
  readonly editions: readonly Edition[];
  readonly phase: Phase;
  /** When this phase began. */
  readonly since: number;
  /** Milliseconds in each phase before. */
  readonly spent: Readonly<Record<Phase, number>>;
  /** Phases that took up what an earlier build had done: how long they last says nothing. */
  readonly shortened: ReadonlySet<Phase>;
  /** By stage, as it is told: `read`, `press`, `preflight`. */
  readonly counts: ReadonlyMap<string, Count>;
  readonly documents: ReadonlyMap<Edition, Setting>;
  /** What was counted, a hundredth of a phase apart and more, and when phases began: how fast this machine is. */
  readonly marks: readonly Mark[];
  /** When the last of these counts and documents was told. */
  readonly heard: number;
  readonly finished: ReadonlySet<string>;
}

/** A build that begins now. */
export function begin(editions: readonly Edition[], now: number): Course {
  return {
    editions,
    phase: "starting",
    since: now,
    spent: { starting: 0, reading: 0, setting: 0, printing: 0, finishing: 0 },
    shortened: new Set(),
    counts: new Map(),
    documents: new Map(),
    marks: [],
    heard: now,
    finished: new Set(),
  };
}

/** How far a build is after one thing more was told of it. */
export function advance(course: Course, told: Told, now: number): Course {
  const next = { ...course, ...takeIn(course, told, now) };
  const phase = phaseOf(next);
  if (phase === course.phase) return { ...next, marks: withMark(next, now) };
  const spent = { ...course.spent, [course.phase]: course.spent[course.phase] + now - course.since };
  const begun = { ...next, phase, since: now, spent };
  return { ...begun, marks: [...course.marks, { at: now, phase, share: shareDone(begun) ?? 0 }] };
}

function takeIn(course: Course, told: Told, now: number): Partial<Course> {
  if ("edition" in told) {
    return { documents: new Map(course.documents).set(told.edition, told), heard: now };
  }
  const { stage } = told;
  if ("finished" in told) {
    const isShortened = stage === "read" && told.cached !== undefined;
    return {
      finished: new Set(course.finished).add(stage),
      ...(isShortened && { shortened: new Set(course.shortened).add("reading") }),
    };
  }
  const { done, total = done } = told;
  const since = course.counts.get(stage)?.since ?? now;
  return { counts: new Map(course.counts).set(stage, { done, total, since }), heard: now };
}

function withMark(course: Course, at: number): readonly Mark[] {
  const { marks, phase } = course;
  const share = shareDone(course);
  const last = marks.at(-1);
  if (share === undefined || (last?.phase === phase && share < last.share + 0.01)) return marks;
  return [...marks, { at, phase, share }];
}

/** Of reading, what chapters take; the rest is to make a publication and a document of them. */
const ofChapters = 0.6;

/** Say how much of the present phase is done, 0 to 1; undefined where nothing in it is counted. */
export function shareDone({ phase, counts, documents, editions, finished }: Course): number | undefined {
  if (phase === "reading") {
    const { done, total } = counts.get("read") ?? { done: 0, total: 0 };
    return total > 0 ? (ofChapters * done) / total : undefined;
  }
  if (phase !== "setting" && phase !== "printing") return undefined;
  const counted = [...documents.values()].filter(({ shared }) => phase === "printing" || !shared);
  const shares = counted.map(phase === "setting" ? settingDone : printingDone);
  if (shares.every((share) => share === undefined)) return undefined;
  const sets = (edition: Edition) => phase === "printing" || !documents.get(edition)?.shared;
  const all = editions.filter((edition) => edition !== "epub" && !finished.has(edition) && sets(edition));
  const done = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  return done / Math.max(all.length, shares.length);
}

/** Say whether the pages of a document are not known yet. */
export function isSetting({ is, shared }: Setting): boolean {
  return is !== "printing" && is !== "printed" && !shared;
}

/** The first phase in which something of a build still is: its editions are made side by side. */
function phaseOf({ editions, counts, documents, finished }: Course): Phase {
  if (!finished.has("read")) return counts.has("read") ? "reading" : "starting";
  // A press that has begun has its pages.
  if (counts.has("press") || counts.has("preflight")) return "finishing";
  const open = [...documents.values()].filter(({ edition }) => !finished.has(edition));
  if (open.some(isSetting)) return "setting";
  if (open.some(({ is }) => is !== "printed")) return "printing";
  // Until a document goes to its typesetter it is made of what was read.
  const waits = editions.some((each) => each !== "epub" && !documents.has(each) && !finished.has(each));
  return waits && documents.size === 0 ? "reading" : "finishing";
}
