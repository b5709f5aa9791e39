import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "./temporary-folder.js";

/** Expect that qpdf finds no fault in a PDF; where it is not installed nobody asks it. */
export function expectNoFault(bytes: Uint8Array): void {
  const file = join(temporaryFolder(), "out.pdf");
  writeFileSync(file, bytes);
  let report: string;
  try {
    report = execFileSync("qpdf", ["--check", file], { encoding: "utf8" });
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    expect(bytes.length).toBeGreaterThan(0);
    return;
  }
  expect(report).toContain("No syntax or stream encoding errors found");
}
