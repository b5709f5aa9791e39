import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

const update = process.env.UPDATE === "1";
if (update && process.env.CI) throw new Error("UPDATE=1 is refused in CI: goldens are read in review");

/** Expect a text to equal its golden file; UPDATE=1 rewrites it, and a missing golden fails. */
export function expectGolden(path: string, text: string): void {
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (!existsSync(path)) throw new Error(`there is no golden ${path}; UPDATE=1 writes it, for you to read`);
  expect(text).toBe(readFileSync(path, "utf8"));
}
