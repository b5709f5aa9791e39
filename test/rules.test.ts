import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rules } from "../pipeline/rules.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const texts = readdirSync(here, { recursive: true })
  .map(String)
  .filter((file) => /\.(?:txt|(?:test|slow)\.ts)$/.test(file) && file !== "rules.test.ts")
  .map((file) => readFileSync(join(here, file), "utf8"));

/** A golden of messages has the severity beside the id, a transcript has the id at the line's end, a test names it in quotes. */
test.each(Object.entries(rules))("%s is seen to be broken somewhere", (id, { severity }) => {
  const transcript = new RegExp(`^!? ?\\S+ ${severity} .* ${id}$`, "m");
  const seen = texts.some(
    (text) => text.includes(`${severity} ${id} `) || text.includes(`"${id}"`) || transcript.test(text),
  );
  expect(seen).toBe(true);
});

test("docs/rules.md has an entry for each, in the order of the table", () => {
  const page = readFileSync(join(here, "../docs/rules.md"), "utf8");
  expect([...page.matchAll(/^### ([a-z]+-\S+)$/gm)].map(([, id]) => id)).toEqual(Object.keys(rules));
});
