import type { Edition } from "../publication.js";
import type { Course, Phase } from "./course.js";
import type { Past } from "./past.js";

/** Milliseconds that each phase of a build is expected to take, on a machine whose speed is still to be seen. */
export type Expected = Readonly<Record<Phase, number>>;

/** Milliseconds that work takes: those it always takes, and those for each million characters of the document. */
interface Cost {
  readonly always: number;
  readonly million: number;
}

/**
 * What the phases took for the volumes of the bench on one machine, next to one another; on another they keep about these
 * proportions, and what is counted tells how fast it is.
 */
const costs = {
  starting: { always: 700, million: 0 },
  reading: { always: 0, million: 1700 },
  setting: {
    paged: { always: 300, million: 9000 },
    // Halves of a book side by side.
    native: { always: 600, million: 2600 },
  },
  printing: {
    paged: { always: 100, million: 3000 },
    native: { always: 100, million: 2600 },
  },
  finishing: {
    screen: { always: 300, million: 3400 },
    press: { always: 3000, million: 9000 },
    epub: { always: 0, million: 0 },
  },
} as const satisfies Record<string, Cost | Record<string, Cost>>;

/**
 * Say how long each phase of a build should take: as long as the last time for the same publication, where that is known, else
 * what the length of its document lets expect. Undefined before there is ground for either.
 */
export function expect(course: Course, past: Past | undefined): Expected | undefined {
  const first = [...course.documents.values()][0];
  if (past) {
    const growth = first && past.characters > 0 ? first.characters / past.characters : 1;
    const grown = (phase: Phase) => past.ms[phase] * growth;
    return {
      starting: past.ms.starting,
      reading: past.ms.reading,
      setting: grown("setting"),
      printing: grown("printing"),
      finishing: grown("finishing"),
    };
  }
  if (!first) return undefined;
  const cost = ({ always, million }: Cost) => always + (million * first.characters) / 1e6;
  const pdfs = course.editions.filter(
    (edition) => edition !== "epub" && (course.documents.has(edition) || !course.finished.has(edition)),
  );
  const each = (costOf: (edition: Edition) => Cost, of = pdfs) =>
    of.reduce((sum, edition) => sum + cost(costOf(edition)), 0);
  // Chromium sets the pages of the first for all, as far as anybody knows.
  const isSet = (edition: Edition) => {
    const document = course.documents.get(edition);
    return document ? !document.shared : first.typesetter === "paged";
  };
  return {
    starting: cost(costs.starting),
    reading: cost(costs.reading),
    setting: each(() => costs.setting[first.typesetter], pdfs.filter(isSet)),
    printing: each(() => costs.printing[first.typesetter]),
    finishing: each((edition) => costs.finishing[edition]),
  };
}
