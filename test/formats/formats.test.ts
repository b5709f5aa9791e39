import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { elementsOf } from "../../pipeline/check-epub/xml.js";
import type { Told } from "../../pipeline/formats/format.js";
import { formats } from "../../pipeline/formats/index.js";
import { problem } from "../../pipeline/problem.js";
import { expectGolden } from "../support/golden.js";

const goldens = fileURLToPath(new URL("../fixtures/formats", import.meta.url));

const point = (line: number, column: number) => ({ line, column });
const own = (ruleId: string) =>
  Object.assign(problem("text-lost", "Not one of quoin's rules", {}), { ruleId });
const messages = [
  problem("note-undefined", 'Unexpected note call `[^a]`: 100%, <sic> & "so on"', {
    file: "two.md",
    ...point(12, 4),
  }),
  problem("word-doubled", "Unexpected second `the` in a row", {
    file: "chapters/é one, two: #3?.md",
    span: { start: point(3, 1), end: point(3, 8) },
  }),
  problem("space-doubled", "Unexpected 2 spaces in a row", { file: "two.md", ...point(1, 5) }),
  problem("space-doubled", "Unexpected 2 spaces in a row", { file: "two.md", ...point(9, 5) }),
  problem("browser-missing", "Found no browser.\nLooked for\n  - /nowhere\u0007", {}),
  problem("source-missing", "Unexpected source", { file: "publication.yaml" }),
  own("epubcheck/RSC-005"),
];
const told = (some: typeof messages, strictness: Told["strictness"] = "lenient"): Told => ({
  result: { folder: "/repository/book", artifacts: [], messages: some, stages: [] },
  ok: false,
  strictness,
  from: "/repository",
  record: () => ({ messages: some.length }),
});
const write = async (name: string, ...parameters: Parameters<typeof told>) => {
  const format = await formats[name]?.();
  if (!format) throw new Error(`There is no format ${name}.`);
  return format.write(told(...parameters));
};

describe("formats", () => {
  test("each has a golden", () => {
    expect(readdirSync(goldens).sort()).toEqual(
      Object.keys(formats)
        .map((name) => `${name}.txt`)
        .sort(),
    );
  });

  test.each(Object.keys(formats))("%s", async (name) => {
    expectGolden(join(goldens, `${name}.txt`), await write(name, messages));
  });
});

describe("SARIF", () => {
  const file = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  // The schema is of draft 4, whose `id` is `$id` today; of what else changed since it uses nothing.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: false });
  const valid = ajv.compile({ ...schema, $id: String(id) });

  test("keeps the schema of SARIF 2.1.0, which refuses what does not", async () => {
    expect($schema).toContain("draft-04");
    for (const some of [messages, []]) {
      expect([valid(JSON.parse(await write("sarif", some))), valid.errors]).toEqual([true, null]);
    }
    const log = JSON.parse(await write("sarif", messages));
    log.runs[0].results[0].level = "fatal";
    delete log.runs[0].tool.driver.name;
    expect(valid(log)).toBe(false);
    expect(valid.errors?.map(({ instancePath }) => instancePath).sort()).toEqual([
      "/runs/0/results/0/level",
      "/runs/0/tool/driver",
    ]);
  });

  test("gives every result the rule that it names", async () => {
    const { runs } = JSON.parse(await write("sarif", messages));
    const [{ tool, results }] = runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });
});

test("a fingerprint stays when lines move, and no two messages share one", async () => {
  const prints = async (some: typeof messages) =>
    (JSON.parse(await write("gitlab", some)) as { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    );
  const moved = messages.map((message) =>
    Object.assign(Object.create(message), { line: (message.line ?? 0) + 7 }),
  );
  expect(await prints(moved)).toEqual(await prints(messages));
  expect(new Set(await prints(messages)).size).toBe(messages.length);
});

test("JUnit fails for a warning where the command does, and its XML gives the words back", async () => {
  const failures = async (strictness: Told["strictness"]) =>
    elementsOf(await write("junit", messages, strictness)).filter(({ name }) => name === "failure");
  expect((await failures("lenient")).length).toBe(4);
  expect((await failures("strict")).length).toBe(5);
  const said = (await failures("strict")).map(({ attributes }) => attributes.message);
  expect(said).toContain('Unexpected note call `[^a]`: 100%, <sic> & "so on"');
  expect(said).toContain("Found no browser.\nLooked for\n  - /nowhere");
});

test("nothing to say is a report, too", async () => {
  expect(await write("github", [])).toBe("");
  expect(JSON.parse(await write("gitlab", []))).toEqual([]);
  expect(elementsOf(await write("junit", [])).map(({ name }) => name)).toEqual([
    "testsuites",
    "testsuite",
    "testcase",
  ]);
});
