import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readMetadata } from "../../pipeline/metadata.js";
import { expectGolden } from "../support/golden.js";
import { messagesText } from "../support/messages.js";

const fixtures = fileURLToPath(new URL("../fixtures/metadata", import.meta.url));
const undated = { lastChange: () => undefined };

const readText = (text: string, dating: Parameters<typeof readMetadata>[2] = undated) =>
  readMetadata(new TextEncoder().encode(text), "publication.yaml", dating);

describe("publication.yaml", () => {
  test.each(readdirSync(fixtures))("%s", (name) => {
    const folder = join(fixtures, name);
    const bytes = readFileSync(join(folder, "publication.yaml"));
    const { metadata, messages } = readMetadata(bytes, "publication.yaml", undated);
    expectGolden(join(folder, "messages.txt"), messagesText(messages));
    expectGolden(join(folder, "metadata.json"), `${JSON.stringify(metadata ?? null, null, 2)}\n`);
    // Without metadata somebody must have said why.
    expect(metadata !== undefined || messages.some(({ fatal }) => fatal)).toBe(true);
  });

  test("places lead to values, and to the nearest value where there is none", () => {
    const { placeOf } = readText(
      "title: T\nlanguage: en\nauthor: [A, B]\ncontributors:\n  - name: C\ncover: c.svg\nbody:\n  - one.md\n  - two.md\n",
    );
    const at = (...path: (string | number)[]) => {
      const { file, line, column } = placeOf(...path);
      return `${file}:${line}:${column}`;
    };
    expect(at("title")).toBe("publication.yaml:1:8");
    expect(at("body", 1)).toBe("publication.yaml:9:5");
    expect(at("cover", "image")).toBe("publication.yaml:6:8");
    expect(at("contributors", 1)).toBe("publication.yaml:3:13");
    expect(at("contributors", 2)).toBe("publication.yaml:5:5");
    expect(at("theme")).toBe("publication.yaml:1:1");
  });
});

describe("words", () => {
  const yaml = "title: T\nlanguage: de\nidentifier: doi:10.1000/1\ndate: 2018\nbody: [a.md]\n";

  test("of the author leave room for what is filled in, or are refused at their place", () => {
    const { metadata, messages } = readText(`${yaml}words:\n  figure: Abb.\n`);
    expect([metadata?.words, messagesText(messages)]).toEqual([{ figure: "Abb." }, ""]);
    expect(messagesText(readText(`${yaml}words:\n  seePage: Siehe unten.\n`).messages)).toMatch(
      /^publication\.yaml:7:12 error metadata-invalid .*text with \{n\}/m,
    );
    expect(messagesText(readText(`${yaml}words:\n  figur: Abb.\n`).messages)).toMatch(
      /^publication\.yaml:7:3 error metadata-unknown .*figure/m,
    );
  });

  test("for roles are in the language of the publication, but for those of the author", () => {
    const people =
      "contributors:\n  - {name: A B, role: editor}\n  - {name: C D, role: translator, credit: Deutsch von}\n  - {name: E F, role: lithographer}\n";
    const { metadata } = readText(yaml + people);
    expect(metadata?.contributors.map(({ role, roleName }) => [role, roleName])).toEqual([
      ["edt", "Herausgabe"],
      ["trl", "Deutsch von"],
      ["ltg", "lithographer"],
    ]);
  });
});

describe("the only time that artifacts know", () => {
  const yaml = "title: T\nlanguage: en\nidentifier: doi:10.1000/1\nbody: [a.md]\n";
  const lastChange = () => "2020-05-06T07:08:09+02:00";

  test.each([
    ["modified first", `${yaml}date: 2018\nmodified: 2019-01-02\n`, "2019-01-02T00:00:00Z"],
    ["then the date", `${yaml}date: 2018-02\n`, "2018-02-01T00:00:00Z"],
    ["then the environment", yaml, "2001-09-09T01:46:40Z"],
  ])("%s", (_, text, instant) => {
    const { metadata, messages } = readText(text, { sourceDateEpoch: "1000000000", lastChange });
    expect([metadata?.modified, messagesText(messages)]).toEqual([instant, ""]);
  });

  test("then the last commit, as UTC", () => {
    expect(readText(yaml, { lastChange }).metadata?.modified).toBe("2020-05-06T05:08:09Z");
  });

  test("git is not asked where the author has said it", () => {
    const asked = () => {
      throw new Error("asked");
    };
    expect(readText(`${yaml}date: 2018\n`, { lastChange: asked }).metadata?.date).toBe("2018");
  });

  test("a SOURCE_DATE_EPOCH that counts no seconds is an error", () => {
    const { messages } = readText(yaml, { sourceDateEpoch: "now", lastChange });
    expect(messagesText(messages)).toBe(
      "publication.yaml:1:1 error source-date-invalid Unexpected SOURCE_DATE_EPOCH `now`, expected seconds since 1970\n",
    );
  });
});
