import { describe, expect, test } from "vitest";
import type { Past } from "../../pipeline/progress/past.js";
import type { Setting } from "../../pipeline/publication.js";
import { chapters, document, type History, isRead, isWritten, shownAt } from "./a-build.js";

describe("what is shown of a build", () => {
  /** Pages come one by one, ten a second from the fifth second on; the machine is as fast as expected. */
  const paged: History = [
    [1, chapters(6)],
    [2, chapters(12)],
    [2.2, isRead],
    [2.2, document({})],
    ...Array.from({ length: 250 }, (_, i): History[number] => {
      return [
        3.5 + i * 0.015,
        document({ is: "laying", chapters: Math.floor(i / 21), pages: i + 1, share: (i + 1) / 250 }),
      ];
    }),
    [8.5, document({ is: "printing", all: 250 })],
    [10.7, document({ is: "printed", pages: 250, share: 1 })],
    [13, isWritten("screen")],
  ];

  test("names chapters, pages so far and about how many, and the time left when there is ground for it", () => {
    expect(shownAt(paged, [1, 2, 3, 5, 8, 9, 11])).toEqual([
      "reading 6 of 12 chapters",
      "reading 12 of 12 chapters",
      "setting 12 chapters in about 250 pages, about 15 s left",
      "setting 4 of 12 chapters: 101 of about 250 pages, about 10 s left",
      "setting 11 of 12 chapters: 250 of about 250 pages, a few seconds left",
      "printing 250 pages, a few seconds left",
      "finishing 250 pages, a few seconds left",
    ]);
  });

  test("counts the pages that two editions share once, and says that they are printed when the first ones are", () => {
    const of = (edition: "screen" | "press", rest: Partial<Setting>) =>
      document({ typesetter: "native", edition, ...rest });
    const both = (waits: Partial<Setting>): History => [
      [2, isRead],
      [2, of("screen", {})],
      [3, of("press", {})],
      [3, of("press", waits)],
      [4, of("screen", { is: "laying", chapters: 6, pages: 125, share: 0.5 })],
      [6, of("screen", { is: "printing", all: 250 })],
    ];
    const shown = (waits: Partial<Setting>) =>
      shownAt(both(waits), [5, 7], { editions: ["screen", "press"] });
    expect(shown({ shared: true })).toEqual([
      "setting 6 of 12 chapters: 125 of about 250 pages, about 15 s left",
      "printing 250 pages, about 15 s left",
    ]);
    expect(shown({})).toEqual([
      "setting 6 of 12 chapters: 125 of about 250 pages, about 15 s left",
      "setting about 250 pages, about 15 s left",
    ]);
  });

  test("tells the time from the first second on where the last build of the same is known", () => {
    const past: Past = {
      ms: { starting: 0, reading: 20_000, setting: 60_000, printing: 20_000, finishing: 20_000 },
      characters: 1_000_000,
      pages: 311,
    };
    const slow: History = [
      [10, chapters(6)],
      [20, isRead],
      [20, document({ typesetter: "native" })],
      [80, document({ is: "printing", all: 312 })],
    ];
    expect(shownAt(slow, [1, 10, 30, 50, 79, 90], { past })).toEqual([
      "reading, about 2 min left",
      "reading 6 of 12 chapters, about 2 min left",
      "setting 12 chapters in about 310 pages, about 90 s left",
      "setting 12 chapters in about 310 pages, about a minute left",
      "setting 12 chapters in about 310 pages, about 40 s left",
      "printing 312 pages, about 30 s left",
    ]);
  });

  test("a document that has grown takes longer than it did, and has more pages", () => {
    const ms = { starting: 0, reading: 1000, setting: 20_000, printing: 5000, finishing: 5000 };
    const past: Past = { ms, characters: 500_000, pages: 200 };
    const history: History = [
      [1, isRead],
      [2, document({ typesetter: "native" })],
    ];
    expect(shownAt(history, [2], { past })).toEqual(["setting about 400 pages, about a minute left"]);
  });

  test("a slow machine is known by what it has done", () => {
    const history: History = [
      [1, chapters(0)],
      [5, chapters(12)],
      [6.6, isRead],
      [6.6, document({ typesetter: "native" })],
    ];
    const fast: History = history.map(([at, told]) => [at / 6, told]);
    expect(shownAt(history, [7])).toEqual(["setting 12 chapters in about 250 pages, about 20 s left"]);
    expect(shownAt(fast, [1.5])).toEqual(["setting 12 chapters in about 250 pages, a few seconds left"]);
  });

  test("what was read from the cache says nothing of the machine", () => {
    const history: History = [
      [0.5, { ...isRead, cached: "in part" }],
      [0.5, document({ typesetter: "native", characters: 5_000_000 })],
    ];
    expect(shownAt(history, [1])).toEqual(["setting about 1300 pages, about 40 s left"]);
  });

  test("counts chapters and pages through every step of Chromium's own pagination, and nothing before it is done", () => {
    const native = (rest: Partial<Setting>) => document({ typesetter: "native", ...rest });
    const history: History = [
      [1, chapters(12)],
      [1, isRead],
      [1, native({})],
      [2, native({ is: "loading", chapters: 5, share: 0.4 })],
      [3, native({ is: "laying", chapters: 5, pages: 101, share: 0.4 })],
      [4, native({ is: "laying", chapters: 12, pages: 249, share: 1 })],
      [4.5, native({ is: "numbering", chapters: 12, pages: 249, share: 1, all: 249 })],
      [5, native({ is: "measuring", chapters: 6, pages: 120, share: 0.5, all: 249 })],
      [6, native({ is: "printing", all: 252 })],
      [7, native({ is: "printing", chapters: 6, pages: 124, share: 0.5, all: 252 })],
      [8, native({ is: "printed", pages: 252, all: 252 })],
      [9, isWritten("screen")],
    ];
    const shown = shownAt(history, [1, 2, 3, 4, 4.5, 5, 6, 7, 8, 9]);
    expect(shown.map((each) => each.replace(/, (?:a few|about \d+) s.*/, ""))).toEqual([
      "setting 12 chapters in about 250 pages",
      "loading 5 of 12 chapters",
      "setting 5 of 12 chapters: 101 of about 250 pages",
      "setting 12 of 12 chapters: 249 of about 250 pages",
      "numbering 249 pages",
      "measuring 6 of 12 chapters: 120 of 249 pages",
      "printing 252 pages",
      "printing 124 of 252 pages",
      "finishing 252 pages",
      "finishing 252 pages",
    ]);
  });

  /** A press edition of so many pages, until they are printed. */
  const pressPrinted = (pages: number): History => [
    [1, chapters(3, 3)],
    [1, isRead],
    [1, document({ edition: "press" })],
    [3, document({ edition: "press", is: "printing", all: pages })],
    [4, document({ edition: "press", is: "printed", pages, share: 1 })],
  ];

  test("says what else is made: presses, checks, e-books", () => {
    const both: History = [
      ...pressPrinted(40),
      [5, { stage: "press", done: 1, total: 50 }],
      [10, { stage: "press", done: 6, total: 50 }],
      [60, { stage: "press", done: 50, total: 50 }],
      [61, { stage: "preflight", done: 10, total: 40 }],
      [62, { stage: "preflight", done: 40, total: 40 }],
      [63, isWritten("press")],
    ];
    const shown = shownAt(both, [10, 60, 61, 62, 63], { editions: ["press", "epub"] });
    expect(shown.map((each) => each.replace(/, a few.*/, ""))).toEqual([
      "pressing 6 of 50 images, about 40 s left",
      "finishing 40 pages",
      "checking 10 of 40 pages",
      "finishing 40 pages",
      "writing the e-book",
    ]);
  });

  test("takes no time of the first pages that are checked for that of all: they wait for what checks them", () => {
    const checks: History = [
      ...pressPrinted(250),
      [5, { stage: "preflight", done: 1, total: 250 }],
      [5.2, { stage: "preflight", done: 3, total: 250 }],
      [6, { stage: "preflight", done: 63, total: 250 }],
    ];
    const [shown] = shownAt(checks, [6], { editions: ["press"] });
    expect(shown).toBe("checking 63 of 250 pages, a few seconds left");
  });
});

describe("the time left", () => {
  /** By how many seconds what is shown of the time grows, each time that it does. */
  const rises = (shown: readonly string[]) => {
    const seconds = shown.map((each) => Number(/about (\d+) s left/.exec(each)?.[1] ?? 5));
    return seconds.map((value, i) => value - (seconds[i - 1] ?? value)).filter((more) => more > 0);
  };
  const everySecond = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

  test("counts down and does not jump where pages come unevenly", () => {
    const uneven: History = [
      [2, chapters(12)],
      [2.2, isRead],
      [2.2, document({})],
      ...Array.from({ length: 250 }, (_, i): History[number] => {
        const at = 4 + i * 0.1 + Math.sin(i / 3) / 4;
        return [
          at,
          document({ is: "laying", chapters: Math.floor(i / 21), pages: i + 1, share: (i + 1) / 250 }),
        ];
      }),
    ];
    const shown = shownAt(uneven, everySecond(12, 29));
    expect(rises(shown)).toEqual([]);
    expect(shown.at(3)).toBe("setting 5 of 12 chapters: 112 of about 250 pages, about 30 s left");
  });

  test("is longer where a phase is late, then is not told any more", () => {
    const late: History = [
      [2, chapters(12)],
      [2.2, isRead],
      [2.2, document({ typesetter: "native" })],
    ];
    const shown = shownAt(late, [3, 4, 6, 13, 30]);
    expect(shown.map((each) => each.replace("setting 12 chapters in about 250 pages", ""))).toEqual([
      ", a few seconds left",
      ", a few seconds left",
      ", a few seconds left",
      "",
      "",
    ]);
  });
});
