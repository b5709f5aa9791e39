import { expect, test } from "vitest";
import { rules } from "../pipeline/rules.js";
import { examineInMemory } from "./support/memory-manuscript.js";
import { messagesText } from "./support/messages.js";

const source = { "one.md": "# One\n\nThe the talks.  More.\n\n#### Deep\n" };

test("a publication says how gravely a rule is taken, and which it does without", async () => {
  expect(messagesText((await examineInMemory(source)).messages)).toBe(
    "one.md:3:1 warning word-doubled Unexpected second `the` in a row\n" +
      "one.md:3:15 info space-doubled Unexpected 2 spaces in a row; expected one\n" +
      "one.md:5:1 warning heading-skipped Unexpected heading of level 4 below level 1; expected level 2\n",
  );
  const settings = { "word-doubled": "error", "space-doubled": "warning", "heading-skipped": "off" } as const;
  expect(messagesText((await examineInMemory(source, { rules: settings })).messages)).toBe(
    "one.md:3:1 error word-doubled Unexpected second `the` in a row\n" +
      "one.md:3:15 warning space-doubled Unexpected 2 spaces in a row; expected one\n",
  );
});

test("no error can be made milder", () => {
  expect(
    Object.values(rules).filter(({ severity, mildest }) => severity === "error" && mildest !== "error"),
  ).toEqual([]);
});
