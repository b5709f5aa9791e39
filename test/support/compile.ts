import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

/**
 * Compile lib/ once before all tests: the installed command runs compiled JavaScript, and so do the tests of it; and make the
 * folder where the first test that asks for the project's own book builds it.
 */
export function setup(project: TestProject): () => void {
  execFileSync(process.execPath, ["scripts/compile.mjs"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const folder = mkdtempSync(join(tmpdir(), "quoin-own-book-"));
  project.provide("ownBook", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
