/** Set a print document into pages and print them. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser } from "puppeteer-core";
import { problem } from "../../problem.js";
import type { Page, PrintDocument, Typeset } from "../../publication.js";
import { lostText } from "./lost-text.js";
import type { TypesetterOptions } from "./options.js";
import { compareText } from "./page/compare-text.js";
import { dropSoftHyphens } from "./page/drop-soft-hyphens.js";
import { installPageFilling } from "./page/fill-pages.js";
import { findOverflow } from "./page/find-overflow.js";
import { measure } from "./page/measure.js";
import { measureStarts } from "./page/measure-starts.js";
import { installNumbering } from "./page/number-pages.js";
import { paginate } from "./page/paginate.js";
import { prepare } from "./page/prepare.js";
import { settle } from "./page/settle.js";
import { installWholeWords } from "./page/whole-words.js";
import type { Session } from "./session.js";
import { openTab, type Tab } from "./tab.js";

/** Set the document in the session's browser. Throws the session's messages and `page-limit`. */
export function typeset(
  session: Session,
  document: PrintDocument,
  options: TypesetterOptions,
): Promise<Typeset> {
  const { pageLimit = 3000, timeLimit = 180_000, onPages } = options;
  // A page holds some 3,000 characters and takes less than 50 ms.
  const limit = timeLimit + document.html.length / 20;
  return session.use(limit, openTypesettingTab, async (tab, browser) => {
    const { page } = tab;
    if (onPages) await page.exposeFunction("quoinPageDone", onPages);
    await tab.show(document);
    await page.evaluate(prepare);
    await page.evaluate(installNumbering);
    await page.evaluate(installPageFilling);
    await page.evaluate(installWholeWords);
    const pages = await page.evaluate(paginate, pageLimit);
    if (!pages) throw problem("page-limit", `The document needs more than ${pageLimit} pages`, {});
    await page.evaluate(settle);
    await page.evaluate(dropSoftHyphens);
    const problems = [...(await page.evaluate(compareText)), ...(await page.evaluate(findOverflow))];
    const measured = await page.evaluate(measure);
    const starts = await page.evaluate(measureStarts);
    const pdf = await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, timeout: 0 });
    return {
      ...measured,
      pdf,
      pages: pages.map((each, index): Page => {
        const start = starts[index];
        return { index, ...each, ...(start && { start }) };
      }),
      messages: [...tab.refused, ...lostText(problems)],
      browser,
    };
  });
}

/** Open a tab in which Paged.js waits for a document. */
export async function openTypesettingTab(browser: Browser): Promise<Tab> {
  const [tab, script] = await Promise.all([openTab(browser), pagedScript()]);
  // The value of a script is sent back: that of this one is the whole library.
  await tab.page.evaluate(`${script};undefined`);
  return tab;
}

function pagedScript(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("pagedjs");
  return readFile(join(dirname(dirname(entry)), "dist", "paged.js"), "utf8");
}
