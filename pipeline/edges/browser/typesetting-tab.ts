/** Tabs that wait for a document to be set into pages. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser } from "puppeteer-core";
import { stepsScript } from "./page/steps.js";
import type { OpenTab } from "./session.js";
import { openTab, type Tab } from "./tab.js";

/** Open a tab that knows the steps of setting. */
export async function openTypesettingTab(browser: Browser): Promise<Tab> {
  const tab = await openTab(browser);
  // The value of a script is sent back.
  await tab.page.evaluate(`${stepsScript()}undefined`);
  return tab;
}

/** Open one beside it, for another run of the same document. */
export const openRunTab: OpenTab = (browser) => openTypesettingTab(browser);

const withPaged = new WeakMap<Tab, Promise<unknown>>();

/** Have Paged.js in a tab: nearly a megabyte, which Chromium's own pagination has no use for. */
export async function loadPaged(tab: Tab): Promise<void> {
  const loading =
    withPaged.get(tab) ?? pagedScript().then((script) => tab.page.evaluate(`${script};undefined`));
  withPaged.set(tab, loading);
  await loading;
}

/**
 * Read Paged.js, and let it part the selectors of a rule at the commas between them alone: of `p + :is(ul, ol)` it made two halves that are
 * no selectors, and failed.
 */
async function pagedScript(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("pagedjs");
  const script = await readFile(join(dirname(dirname(entry)), "dist", "paged.js"), "utf8");
  return script.replaceAll('selector.split(",")', "selector.split(/,(?![^()]*\\))/)");
}
