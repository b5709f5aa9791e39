import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, expect, test } from "vitest";
import { createSession } from "../../pipeline/edges/browser/session.js";
import { openTab } from "../../pipeline/edges/browser/tab.js";
import { root } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const paragraph = `${"The harbour kept its minutes in a locked chest. ".repeat(12)}\n\n`;
const session = createSession();
let command: ChildProcess | undefined;
/** What the command said on stderr. */
let said = "";
afterAll(async () => {
  command?.kill("SIGKILL");
  await session.close();
});

/** Start the command; resolves to the address that it says it serves at. */
async function startPreview(folder: string, temporary: string): Promise<string> {
  const started = spawn(process.execPath, [`${root}lib/cli.js`, "preview", folder, "--port", "0"], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  command = started;
  started.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve) => {
    started.stdout
      .setEncoding("utf8")
      .on("data", (text: string) => resolve(/http:\S+/.exec(text)?.[0] ?? ""));
  });
}

const openPage = async (browser: Browser) => ({
  ...(await openTab(browser)),
  page: await browser.newPage(),
});

/** What the page says and shows. */
function see(page: Page) {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#page-field");
    const pages = [...document.querySelectorAll<HTMLElement>(".page")];
    const current = document.querySelector<HTMLElement>(".page[aria-current]");
    return {
      status: document.querySelector<HTMLElement>("#status")?.dataset.state,
      notice: document.querySelector<HTMLElement>("#notice:not([hidden])")?.textContent ?? "",
      messages: [...document.querySelectorAll(".message")].map((message) => message.textContent),
      folio: field?.value,
      pages: pages.length,
      part: current?.dataset.part,
      drawn: current?.dataset.drawn,
      picture: current?.querySelector("canvas")?.toDataURL(),
    };
  });
}

/** Wait until the page is done with a change, and what it shows is drawn; says what it showed where that never comes. */
async function settled(page: Page, state: "good" | "failed") {
  const waited = page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>("#status")?.dataset.state === wanted,
    { polling: 100 },
    state,
  );
  await waited.catch(async (cause) => {
    const seen = JSON.stringify({ ...(await see(page)), picture: undefined });
    throw new Error(`The page never became ${state}: ${seen}\nThe command said: ${said}`, { cause });
  });
  await page.waitForSelector(".page[aria-current] canvas");
  return see(page);
}

/** Wait until the page that is looked at has, or no longer has, this picture, then until the change is done. */
async function picturing(page: Page, what: "the same" | "another", picture: string | undefined) {
  await page.waitForFunction(
    (wanted, same) => {
      const canvas = document.querySelector<HTMLCanvasElement>(".page[aria-current] canvas");
      return canvas && (canvas.toDataURL() === wanted) === same;
    },
    { polling: 100 },
    picture,
    what === "the same",
  );
  return settled(page, "good");
}

const bookText = async (page: Page, words: string) => {
  const frame = await (await page.$("#reader"))?.contentFrame();
  await frame?.waitForFunction(
    (wanted) => {
      const view = document.querySelector<
        HTMLElement & { renderer?: { getContents(): { doc: Document }[] } }
      >("foliate-view:not(.opening)");
      return view?.renderer?.getContents().some(({ doc }) => doc.body.textContent?.includes(wanted));
    },
    { polling: 100 },
    words,
  );
};

test("a person who writes sees pages, e-book and messages change, follows a message, breaks the manuscript and mends it", async () => {
  const place = temporaryFolder({
    "book/publication.yaml":
      "title: The minutes\nlanguage: en\nauthor: A. Author\ndate: 2026-01-15\nidentifier: urn:isbn:9780306406157\ntheme: house\nbody: [one.md, two.md]\n",
    "book/one.md": `# One\n\n${paragraph.repeat(8)}`,
    "book/two.md": `# Two\n\n${paragraph.repeat(8)}`,
    "templates/house/print.css": readFileSync(`${root}templates/report/print.css`, "utf8"),
  });
  const [folder, theme] = [join(place, "book"), join(place, "templates/house")];
  const temporary = temporaryFolder();
  const address = await startPreview(folder, temporary);
  await session.use(170_000, openPage, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.setViewport({ width: 1300, height: 800 });
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    await settled(page, "good");

    // The second chapter is looked at; what is written into it shows there.
    await page.evaluate(() => document.querySelector(".page[data-part=two]")?.scrollIntoView());
    await page.waitForSelector(".page[data-part=two][aria-current]");
    const before = await settled(page, "good");
    expect(before).toMatchObject({ part: "two", messages: [], notice: "" });
    const text = readFileSync(join(folder, "two.md"), "utf8");
    writeFileSync(join(folder, "two.md"), text.replace("The harbour", "The lighthouse"));
    // A bar stands beside what changed, and is told in words.
    await page.waitForSelector(".page[aria-current] .change");
    const mark = await page.evaluate(() => ({
      label: document.querySelector(".page[aria-current]")?.ariaLabel,
      told: document.querySelector("#changes")?.textContent,
    }));
    expect(mark.label).toBe(`Page ${before.folio}, changed`);
    expect(mark.told).toMatch(new RegExp(`^Changed: pages? (?:.+, )?${before.folio}(?:,|$)`));
    await page.waitForFunction(
      (old) =>
        ![...document.querySelectorAll<HTMLElement>(".page")].some(({ dataset }) => dataset.drawn === old),
      { polling: 100 },
      before.drawn,
    );
    const changed = await settled(page, "good");
    expect(changed.folio).toBe(before.folio);
    expect(changed.picture).not.toBe(before.picture);
    await page.waitForFunction(() => !document.querySelector(".change"), { polling: 100 });
    expect(await page.evaluate(() => document.querySelector(".page[aria-current]")?.ariaLabel)).toBe(
      `Page ${before.folio}`,
    );

    // A save in the middle of setting the last one: that is given up, and no page of it comes after.
    const finished = () => said.match(/, all done in /g)?.length ?? 0;
    const sofar = finished();
    writeFileSync(join(folder, "two.md"), text.replace("The harbour", "The stale lighthouse"));
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>("#status")?.dataset.state === "going",
      { polling: "raf" },
    );
    writeFileSync(join(folder, "two.md"), text);
    await picturing(page, "the same", before.picture);
    expect(finished()).toBe(sofar + 1);

    // The theme lies outside of the publication: its style, then a template that it did not have.
    appendFileSync(join(theme, "print.css"), "\n.chapter p { color: #b3261e; }\n");
    const red = await picturing(page, "another", before.picture);
    expect(red).toMatchObject({ part: "two", folio: before.folio, pages: before.pages });
    await page.evaluate(() => document.querySelector(".page[data-part=cover]")?.scrollIntoView());
    await page.waitForSelector(".page[data-part=cover][aria-current] canvas");
    const cover = await settled(page, "good");
    writeFileSync(join(theme, "cover.html"), "<p>Set by hand.</p>\n");
    expect((await picturing(page, "another", cover.picture)).part).toBe("cover");
    await page.evaluate(() => document.querySelector(".page[data-part=two]")?.scrollIntoView());
    await page.waitForSelector(".page[data-part=two][aria-current]");

    // Pages come before the place: it stays what it was, and its number changes.
    appendFileSync(join(folder, "one.md"), paragraph.repeat(9));
    await page.waitForFunction(
      (old) => document.querySelector<HTMLInputElement>("#page-field")?.value !== old,
      { polling: 100 },
      before.folio,
    );
    const moved = await settled(page, "good");
    expect(moved.part).toBe("two");
    expect(Number(moved.folio)).toBeGreaterThan(Number(before.folio));

    // The e-book, and the same sentence in it after a change.
    await page.click("#tab-book");
    await bookText(page, "The harbour");
    appendFileSync(join(folder, "one.md"), "The tide tables were were printed.\n");
    await bookText(page, "The tide tables");
    await page.click("#tab-print");

    // A message, followed to its line.
    const told = await settled(page, "good");
    expect(told.messages[0]).toContain("Unexpected second were in a row");
    await page.click(".message a");
    const target = await page.browser().waitForTarget((each) => each.url().includes("/source/"));
    const source = await target.page();
    const line = await source?.waitForSelector("li:target");
    expect(await line?.evaluate((element) => element.textContent)).toMatch(
      /The tide tables were were printed\.warning Unexpected second `were` in a row/,
    );
    await source?.close();

    // Broken: the last pages stay, the error beside them. Mended: it goes.
    const whole = readFileSync(join(folder, "one.md"), "utf8");
    writeFileSync(join(folder, "one.md"), `${whole}\nA call without a note.[^none]\n`);
    const broken = await settled(page, "failed");
    expect(broken.notice).toMatch(
      /^An error stops .*; what is shown is the last good state\. First: one\.md:\d+$/,
    );
    expect(broken.pages).toBe(told.pages);
    expect(broken.picture).toBe(told.picture);
    writeFileSync(join(folder, "one.md"), whole.replace("were were", "were"));
    await page.waitForFunction(() => document.querySelector<HTMLElement>("#notice")?.hidden, {
      polling: 100,
    });
    expect(await settled(page, "good")).toMatchObject({ messages: [], notice: "", pages: told.pages });
    expect(errors).toEqual([]);
  });

  const ended = new Promise((resolve) => command?.once("close", resolve));
  command?.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
}, 180_000);
