import { describe, expect, test } from "vitest";
import type { Terminal } from "../../pipeline/commands/command.js";
import { showProgress } from "../../pipeline/commands/progress.js";
import { chapters, document, isRead } from "../progress/a-build.js";

/** A terminal whose clock is set by hand. */
function fake(shape: Pick<Terminal, "live" | "columns">) {
  const written: string[] = [];
  const state = { now: 0 };
  const terminal: Terminal = {
    cwd: "/",
    env: {},
    stdout: () => undefined,
    stderr: (text) => written.push(text),
    color: false,
    signal: new AbortController().signal,
    clock: () => state.now,
    ...shape,
  };
  return { written, state, ...showProgress(terminal, ["screen"]) };
}

const wipe = "\r\u001b[K";

describe("progress on a terminal", () => {
  test("is silent for work of less than a second", () => {
    const { progress, end, written, state } = fake({ live: true });
    progress(chapters(1, 2));
    state.now = 1000;
    progress(chapters(2, 2));
    end();
    expect(written).toEqual([]);
  });

  test("is one line, redrawn where it says something else, and gone at the end", () => {
    const { progress, clear, end, written, state } = fake({ live: true });
    state.now = 1500;
    progress(chapters(1, 2));
    progress(chapters(1, 2));
    progress(chapters(2, 2));
    progress(isRead);
    clear();
    progress(document({ typesetter: "native" }));
    end();
    end();
    progress(document({ is: "printing" }));
    expect(written).toEqual([
      "reading 1 of 2 chapters",
      wipe,
      "reading 2 of 2 chapters",
      wipe,
      "setting 2 chapters in about 250 pages, a few seconds left",
      wipe,
    ]);
  });

  test("is no longer than the terminal is wide: it would go on in a line that nobody clears", () => {
    const { progress, end, written, state } = fake({ live: true, columns: 12 });
    state.now = 1500;
    progress(chapters(1, 2));
    end();
    expect(written).toEqual(["reading 1 o", wipe]);
  });
});

test("progress elsewhere is one line for each stage, and no estimate", () => {
  const { progress, end, written, state } = fake({ live: false });
  state.now = 1500;
  progress(chapters(1, 1));
  progress({ stage: "read", finished: true, ms: 12 });
  progress(document({}));
  progress({ stage: "screen", finished: true, ms: 1234 });
  end();
  expect(written).toEqual(["read        12 ms\n", "screen    1234 ms\n"]);
});
