import { describe, expect, test } from "vitest";
import type { Terminal } from "../../pipeline/commands/command.js";
import { showProgress } from "../../pipeline/commands/progress.js";

/** A terminal whose clock is set by hand. */
function fake(live: Terminal["live"]) {
  const written: string[] = [];
  const state = { now: 0 };
  const terminal: Terminal = {
    cwd: "/",
    env: {},
    stdout: () => undefined,
    stderr: (text) => written.push(text),
    live,
    color: false,
    signal: new AbortController().signal,
    clock: () => state.now,
  };
  return { written, state, ...showProgress(terminal) };
}

describe("progress on a terminal", () => {
  test("is silent for work of less than a second", () => {
    const { progress, clear, written, state } = fake(true);
    progress({ stage: "read", done: 1, total: 2 });
    state.now = 1000;
    progress({ stage: "read", done: 2, total: 2 });
    clear();
    expect(written).toEqual([]);
  });

  test("is one line, redrawn, and gone at the end", () => {
    const { progress, clear, written, state } = fake(true);
    state.now = 1500;
    progress({ stage: "read", done: 1, total: 2 });
    progress({ stage: "pages", done: 7 });
    progress({ stage: "read", finished: true, ms: 1600 });
    clear();
    clear();
    const wipe = "\r\u001b[K";
    expect(written).toEqual([
      "1 of 2 chapters read",
      wipe,
      "1 of 2 chapters read, 7 pages set",
      wipe,
      "7 pages set",
      wipe,
    ]);
  });
});

test("progress elsewhere is one line for each stage", () => {
  const { progress, clear, written } = fake(false);
  progress({ stage: "read", done: 1, total: 1 });
  progress({ stage: "read", finished: true, ms: 12 });
  progress({ stage: "screen", finished: true, ms: 1234 });
  clear();
  expect(written).toEqual(["read        12 ms\n", "screen    1234 ms\n"]);
});
