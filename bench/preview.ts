/**
 * Times what a person waits for who writes beside `quoin preview`: from the save of a chapter until its changed page is drawn.
 *
 *     npm run bench:preview
 *
 * The publication has a chapter of about 20 pages among three times as many.
 */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSession } from "../pipeline/edges/browser/session.js";
import { openTab } from "../pipeline/edges/browser/tab.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rounds = Number(process.argv[2] ?? 7);
const folder = mkdtempSync(join(tmpdir(), "quoin-bench-preview-"));

const sentence =
  "The harbour board kept its minutes in a locked chest, and what was said there reached the town a year late.";
const chapter = (name: string, paragraphs: number) =>
  `# ${name}\n\n${Array.from({ length: paragraphs }, (_, i) => `${i % 8 === 0 ? `## Section ${i / 8 + 1}\n\n` : ""}${`${sentence} `.repeat(5)}[^${i}]`).join("\n\n")}\n\n${Array.from({ length: paragraphs }, (_, i) => `[^${i}]: Minutes, ${name}, ${i}.`).join("\n")}\n\n`;
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, "publication.yaml"),
  "title: The minutes\nlanguage: en\nauthor: A. Author\ndate: 2026-01-15\nidentifier: urn:isbn:9780306406157\nbody: [one.md, two.md, three.md]\n",
);
for (const name of ["one", "two", "three"]) writeFileSync(join(folder, `${name}.md`), chapter(name, 68));

const child = spawn(process.execPath, [join(root, "lib/cli.js"), "preview", folder, "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise<string>((resolve) => {
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const found = /http:\S+/.exec(text)?.[0];
    if (found) resolve(found);
  });
});

const session = createSession();
await session.use(
  600_000,
  async (browser) => ({ ...(await openTab(browser)), page: await browser.newPage() }),
  async ({ page }) => {
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(address);
    const isDone = () => document.querySelector<HTMLElement>("#status")?.dataset.state === "good";
    await page.waitForFunction(isDone, { timeout: 120_000 });
    const pages = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>(".page")];
      return { all: all.length, own: all.filter((each) => each.dataset.part === "two").length };
    });
    console.log(`${pages.all} pages, the changed chapter ${pages.own}`);
    // What is looked at is the chapter's last page, where the change will be.
    await page.evaluate(() => {
      [...document.querySelectorAll<HTMLElement>(".page")]
        .findLast((each) => each.dataset.part === "two")
        ?.scrollIntoView();
    });
    const firsts: number[] = [];
    const wholes: number[] = [];
    for (let i = 0; i < rounds; i++) {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const before = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>(".page")].findLast((each) => each.dataset.part === "two")
            ?.dataset.drawn ?? "",
      );
      const start = performance.now();
      appendFileSync(join(folder, "two.md"), `A line that was added in round ${i}.\n\n`);
      await page.waitForFunction(
        (old) =>
          ![old, undefined].includes(
            [...document.querySelectorAll<HTMLElement>(".page")].findLast(
              (each) => each.dataset.part === "two",
            )?.dataset.drawn,
          ),
        { polling: "raf", timeout: 60_000 },
        before,
      );
      firsts.push(performance.now() - start);
      await page.waitForFunction(isDone, { timeout: 120_000 });
      wholes.push(performance.now() - start);
      console.log(
        `shown after ${Math.round(firsts[i] ?? 0)} ms, all done after ${Math.round(wholes[i] ?? 0)} ms`,
      );
    }
    const median = (values: readonly number[]) =>
      Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
    console.log(`median: shown after ${median(firsts)} ms, all done after ${median(wholes)} ms`);
  },
);
await session.close();
child.kill("SIGINT");
await new Promise((resolve) => child.once("close", resolve));
rmSync(folder, { recursive: true });
process.exit(0);
