/**
 * Prints a page to PDF in a browser, and nothing else: what Chromium's own pagination takes, its start included; or, with PAGED.js, what
 * Paged.js and that print take, the least that any tool takes that sets its pages so.
 *
 *     node bench/out/print.js BROWSER PAGE.html OUT.pdf [PAGED.js]
 *
 * The browser's own `--print-to-pdf` does the same, but a headless shell may wait for ever there: it listens for the end of a
 * page's loading that has come already.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "puppeteer-core";

const [executablePath = "", page = "", path = "", paged] = process.argv.slice(2);
const userDataDir = await mkdtemp(join(tmpdir(), "quoin-bench-print-"));
const browser = await launch({
  executablePath,
  headless: "shell",
  pipe: true,
  userDataDir,
  protocolTimeout: 900_000,
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const [tab = await browser.newPage()] = await browser.pages();
  await tab.goto(pathToFileURL(page).href, { timeout: 0 });
  if (paged) {
    await tab.addScriptTag({ path: paged });
    await tab.evaluate("new Paged.Previewer().preview().then(() => undefined)");
  }
  await tab.pdf({ path, preferCSSPageSize: true, printBackground: true, timeout: 0 });
} finally {
  await browser.close();
  await rm(userDataDir, { recursive: true, force: true });
}
