/** Set a print document into pages as Chromium itself breaks them, and print them. */
import { problem } from "../../../problem.js";
import type { Page, PrintDocument, Typeset, TypesettingWatcher } from "../../../publication.js";
import { lostText } from "../lost-text.js";
import type { TypesetterOptions } from "../options.js";
import { awaitResources } from "../page/await-resources.js";
import type { OpenTab, Session } from "../session.js";
import type { Tab } from "../tab.js";
import { setColumns } from "./set-columns.js";

/** Set the document in the session's browser. Throws the session's messages and `page-limit`. */
export async function typesetNative(
  session: Session,
  openTab: OpenTab,
  document: PrintDocument,
  options: TypesetterOptions,
  watcher: TypesettingWatcher = {},
): Promise<Typeset> {
  const { pageLimit = 3000, timeLimit = 180_000 } = options;
  // A page holds some 3,000 characters and takes less than 50 ms.
  const limit = timeLimit + document.html.length / 20;
  const work = async (tab: Tab, browser: string): Promise<Typeset> => {
    await tab.show(document);
    await tab.page.evaluate(awaitResources, "used" as const);
    watcher.received?.();
    const set = await tab.page.evaluate(setColumns, document.geometry, pageLimit);
    if (set === "page-limit")
      throw problem("page-limit", `The document needs more than ${pageLimit} pages`, {});
    const { destinations, pictures, sheet, problems, starts } = set;
    const pages = set.pages.map((each, index): Page => {
      const start = starts[index];
      return { index, ...each, ...(start && { start }) };
    });
    const printed = tab.page.pdf({
      printBackground: true,
      preferCSSPageSize: true,
      tagged: document.tags !== "none",
      timeout: 0,
    });
    watcher.paged?.(pages);
    const { trimWidth, trimHeight, bleed } = sheet;
    return {
      pdf: await printed,
      geometry: { trimWidth, trimHeight, bleed },
      pages,
      destinations,
      pictures,
      messages: [...tab.refused, ...lostText(problems)],
      browser,
    };
  };
  return session.use(limit, openTab, work, watcher.signal);
}
