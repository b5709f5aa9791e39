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

const pseudo = "/::?(?:before|after|first-line|first-letter|marker)$/";

/** A part of the script that is put before Paged.js. */
const elementsOf = `function elementsOf(root, selector) {
  try { return root.querySelectorAll(selector); } catch { return []; }
}`;

/**
 * What Paged.js makes of a theme's selectors, and how it should be. It takes rules with `+` and `:nth-of-type` out of the style sheet, and finds their
 * elements while the text is in one piece.
 */
const selectorMends = [
  // At the commas between them alone: of `p + :is(ul, ol)` it made two halves that are no selectors, and failed.
  ['selector.split(",")', "selector.split(/,(?![^()]*\\))/)"],
  // A rule with both was taken out twice, and failed.
  ["selector.match(/\\+/)", "!/:(first|last|nth)-of-type/.test(selector) && selector.match(/\\+/)"],
  // An element is found by what stands before `::before`, and what a browser does not know as a selector finds nothing, as elsewhere.
  ["parsed.querySelectorAll(s)", `elementsOf(parsed, s.replace(${pseudo}, ""))`],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it stands so in the script.
  ["}'] { ${selectors[s][1]}; }", `}']\${(s.match(${pseudo}) ?? [""])[0]} { \${selectors[s][1]}; }`],
] as const;

async function pagedScript(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("pagedjs");
  const script = await readFile(join(dirname(dirname(entry)), "dist", "paged.js"), "utf8");
  return selectorMends.reduce(
    (text, [from, to]) => text.replaceAll(from, () => to),
    `${elementsOf}\n${script}`,
  );
}
