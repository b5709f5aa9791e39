import { expect, test } from "vitest";
import { fromPlain, toPlain } from "../pipeline/plain-message.js";
import { type At, problem } from "../pipeline/problem.js";

const stretch: At = {
  file: "one.md",
  span: { start: { line: 1, column: 2, offset: 1 }, end: { line: 1, column: 4, offset: 3 } },
  instead: " ",
};

test.each([
  ["an error at a point", problem("note-undefined", "A", { file: "one.md", line: 3, column: 4 })],
  ["a warning in a file", problem("request-refused", "B", { file: "one.md" })],
  ["a remark of nowhere", problem("page-list-absent", "C\nand more", {})],
  ["what is lost", Object.assign(problem("text-lost", "E", {}), { actual: "words" })],
  ["what can be mended", problem("space-doubled", "D", stretch)],
])("%s is the same after its time as data", (_, message) => {
  const again = fromPlain(JSON.parse(JSON.stringify(toPlain(message))));
  const all = ({ stack: _, ...rest }: Record<string, unknown>) => rest;
  expect(all({ ...again })).toEqual(all({ ...message }));
  expect([String(again), again.fatal]).toEqual([String(message), message.fatal]);
});
