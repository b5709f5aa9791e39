import type { Edition, Progress, Setting } from "../publication.js";
import { settingDone } from "./setting-done.js";

/** The phases of a build, in their order, as those see them who wait for it. */
export const phases = ["reading", "setting", "printing", "finishing"] as const;

export type Phase = (typeof phases)[number];

/** What is told of a build while it goes on. */
export type Told = Progress | Setting;

/** So many of a kind of thing are done, counted from the moment when the first was. */
export interface Count {
  readonly done: number;
  readonly total: number;
  readonly since: number;
}

/** How much was done at some time. */
export interface Mark {
  readonly at: number;
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
  /** When something was counted while pages are set, and how much of the documents' setting was done then: the last seventh of one. */
  readonly pace: readonly Mark[];
  /** When the last of these counts and documents was told. */
  readonly heard: number;
  readonly finished: ReadonlySet<string>;
}

/** A build that begins now. */
export function begin(editions: readonly Edition[], now: number): Course {
  return {
    editions,
    phase: "reading",
    since: now,
    spent: { reading: 0, setting: 0, printing: 0, finishing: 0 },
    shortened: new Set(),
    counts: new Map(),
    documents: new Map(),
    pace: [],
    heard: now,
    finished: new Set(),
  };
}

/** How far a build is after one thing more was told of it. */
export function advance(course: Course, told: Told, now: number): Course {
  const next = { ...course, ...takeIn(course, told, now) };
  const phase = phaseOf(next);
  if (phase === course.phase) return next;
  const spent = { ...course.spent, [course.phase]: course.spent[course.phase] + now - course.since };
  return { ...next, phase, since: now, spent };
}

function takeIn(course: Course, told: Told, now: number): Partial<Course> {
  if ("edition" in told) {
    const documents = new Map(course.documents).set(told.edition, told);
    return {
      documents,
      pace: settingDone(told) === undefined ? [] : withMark(course.pace, documents, now),
      heard: now,
    };
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

/** Marks of a seventh of what a document takes, and one before them: a computer that was busy with other things is not slow for ever. */
function withMark(pace: readonly Mark[], documents: Course["documents"], at: number): readonly Mark[] {
  const share = [...documents.values()].reduce((sum, document) => sum + (settingDone(document) ?? 0), 0);
  const first = pace.findLastIndex((mark) => mark.share <= share - 0.15);
  return [...pace.slice(Math.max(0, first)), { at, share }];
}

/** Say whether the pages of a document are not known yet. */
export function isSetting({ is }: Setting): boolean {
  return is !== "printing" && is !== "joining" && is !== "printed";
}

/** The first phase in which something of a build still is: its editions are made side by side. */
function phaseOf({ editions, counts, documents, finished }: Course): Phase {
  if (!finished.has("read")) return "reading";
  // A press that has begun has its pages.
  if (counts.has("press") || counts.has("preflight")) return "finishing";
  const open = [...documents.values()].filter(({ edition }) => !finished.has(edition));
  if (open.some(isSetting)) return "setting";
  if (open.some(({ is }) => is !== "printed")) return "printing";
  // Until a document goes to its typesetter it is made of what was read.
  const waits = editions.some((each) => each !== "epub" && !documents.has(each) && !finished.has(each));
  return waits && documents.size === 0 ? "reading" : "finishing";
}
