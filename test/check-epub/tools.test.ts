import { afterEach, describe, expect, test, vi } from "vitest";
import { findingsOfAce } from "../../pipeline/check-epub/ace-report.js";
import { findingsOfJar } from "../../pipeline/check-epub/jar-report.js";
import { epubcheckJar } from "../../pipeline/edges/epubcheck-jar.js";
import { findInPackage } from "../../pipeline/edges/run-tool.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("an outside tool that is not there", () => {
  test("is not found among the packages, while one that is there is", () => {
    expect(findInPackage("@daisy/no-such-tool/bin/ace.js", process.cwd())).toBeUndefined();
    expect(findInPackage("@daisy/ace-cli/bin/ace.js", process.cwd())).toMatch(/ace\.js$/);
  });

  test("is said to have been skipped: the jar without Java", async () => {
    vi.stubEnv("PATH", "");
    const outcome = await epubcheckJar("book.epub", process.cwd(), new AbortController().signal);
    expect(outcome).toEqual({ skipped: "no java answers" });
  });
});

describe("the report of Ace", () => {
  const violation = (impact: string, outcome = "fail") => ({
    assertions: [
      {
        "earl:testSubject": { url: "a.xhtml" },
        assertions: [
          {
            "earl:test": { "earl:impact": impact, "dct:title": "image-alt" },
            "earl:result": { "earl:outcome": outcome, "dct:description": "Fix:\n  all", html: "<img>" },
          },
        ],
      },
    ],
  });

  test("gives grave violations as errors, slight ones as warnings, passed ones not at all", () => {
    const finding = { rule: "ace/image-alt", reason: "Fix:: <img>", path: "a.xhtml" };
    expect(findingsOfAce(violation("critical"))).toEqual([{ ...finding, gravity: "error" }]);
    expect(findingsOfAce(violation("moderate"))).toEqual([{ ...finding, gravity: "warning" }]);
    expect(findingsOfAce(violation("critical", "pass"))).toEqual([]);
  });

  test("of another form is no pass", () => {
    expect(() => findingsOfAce({})).toThrow();
  });
});

describe("the report of EPUBCheck's jar", () => {
  const message = (severity: string, locations: readonly object[]) => ({
    messages: [{ ID: "RSC-012", severity, message: "Lost", locations }],
  });

  test("gives one finding for each place, and one where there is none", () => {
    const places = [1, 2].map((line) => ({ path: "a.xhtml", line, column: 3 }));
    expect(findingsOfJar(message("ERROR", places)).map(({ line }) => line)).toEqual([1, 2]);
    expect(findingsOfJar(message("FATAL", []))).toEqual([
      { rule: "epubcheck-jar/RSC-012", gravity: "error", reason: "Lost" },
    ]);
  });

  test("leaves usage notes out", () => {
    expect(findingsOfJar(message("USAGE", []))).toEqual([]);
  });
});
