import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

const update = process.env.UPDATE === "1";
if (update && process.env.CI) throw new Error("UPDATE=1 is refused in CI: goldens are read in review");

/** Expect a text to equal its golden file; UPDATE=1 rewrites it, and a missing golden fails. */
export function expectGolden(path: string, text: string): void {
  write(path, text);
  expect(text).toBe(readFileSync(path, "utf8"));
}

/** Expect bytes to equal their golden file. */
export function expectGoldenBytes(path: string, bytes: Uint8Array): void {
  write(path, bytes);
  expect(Buffer.compare(bytes, readFileSync(path)), `${path} is the golden`).toBe(0);
}

function write(path: string, content: string | Uint8Array): void {
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  if (!existsSync(path)) throw new Error(`there is no golden ${path}; UPDATE=1 writes it, for you to read`);
}
