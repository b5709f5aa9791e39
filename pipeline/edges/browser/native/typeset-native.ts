/** Set a print document into pages as Chromium itself breaks them, and print them. */
import { problem } from "../../../problem.js";
import type { Print, PrintDocument, Reached, Typeset, TypesettingWatcher } from "../../../publication.js";
import { lostText } from "../lost-text.js";
import { defaultPageLimit, longDocument, type TypesetterOptions } from "../options.js";
import { awaitResources } from "../page/await-resources.js";
import type { Another, Session } from "../session.js";
import type { Tab } from "../tab.js";
import { openRunTab, openTypesettingTab } from "../typesetting-tab.js";
import { closeColumns } from "./close-columns.js";
import { fillColumns } from "./fill-columns.js";
import { layColumns } from "./lay-columns.js";
import { gatherPages, mergeMeasured, pagesOf } from "./runs.js";
import { showParts } from "./show-parts.js";
import { takeRun } from "./take-run.js";
import { type RunsReached, tallyRuns } from "./tally-runs.js";

/** What each session's browser sets in runs at present, and how many documents wait for it. */
const settingRuns = new WeakMap<Session, Promise<unknown>>();
const waiting = new WeakMap<Session, number>();

/** Set the document in the session's browser, a long one when the long ones before it are set: each has two processes, and memory of its own. Throws the session's messages and `page-limit`. */
export async function typesetNative(
  session: Session,
  document: PrintDocument,
  options: TypesetterOptions,
  watcher: TypesettingWatcher = {},
): Promise<Typeset> {
  const { pageLimit = defaultPageLimit, timeLimit = 180_000 } = options;
  // A page holds some 3,000 characters and takes less than 50 ms.
  const limit = timeLimit + document.html.length / 20;
  const tooLong = () => problem("page-limit", `The document needs more than ${pageLimit} pages`, {});
  const work = async (first: Tab, browser: string, another: Another): Promise<Typeset> => {
    const runsReached = watcher.reached && tallyRuns(watcher.reached);
    const tabs = await showRuns(document, first, another, runsReached?.told);
    const inEach = <Result>(step: (page: Tab["page"]) => Promise<Result>): Promise<Result[]> =>
      Promise.all(tabs.map(({ page }) => step(page)));
    await inEach((page) => page.evaluate(awaitResources, "used"));
    await inEach((page) => page.evaluate(showParts));
    await inEach((page) => page.evaluate(awaitResources, "used"));
    watcher.received?.();
    let measured = mergeMeasured(await inEach((page) => page.evaluate(layColumns, document.geometry)));
    if (pagesOf(measured) > pageLimit) throw tooLong();
    runsReached?.numbering();
    // Numbers may make a line of the contents longer, and so a page more, and so other numbers.
    for (let before = 0, round = 0; before !== pagesOf(measured) && round < 4; round++) {
      before = pagesOf(measured);
      measured = mergeMeasured(await inEach((page) => page.evaluate(fillColumns, measured)));
    }
    const runs = await inEach((page) => page.evaluate(closeColumns, measured));
    const { pages, ...places } = gatherPages(runs);
    if (pages.length > pageLimit) throw tooLong();
    const printing = Promise.all(
      tabs.map(async (tab, run): Promise<Print> => {
        const bytes = await print(tab, document);
        const { pages: own, hasLead } = runs[run] ?? { pages: [], hasLead: false };
        runsReached?.printed(run, own.length);
        return { bytes, pages: own.length, hasLead };
      }),
    );
    watcher.paged?.(pages);
    // Who waits finds tabs: when this document is printed, those who finish it leave little time for answers.
    if ((waiting.get(session) ?? 0) > 0)
      for (const open of [openTypesettingTab, openRunTab]) session.warm(open);
    const prints = await printing;
    const { problems, geometry, ...found } = places;
    const messages = [...tabs.flatMap(({ refused }) => refused), ...lostText(problems)];
    return { prints, geometry, pages, ...found, messages, browser };
  };
  const set = () => session.use(limit, openTypesettingTab, work, watcher.signal);
  if (document.html.length < longDocument) return set();
  const before = settingRuns.get(session);
  const wait = (change: number) => void waiting.set(session, (waiting.get(session) ?? 0) + change);
  if (before) wait(1);
  const turn = before
    ? before.then(() => {
        wait(-1);
        return set();
      })
    : set();
  settingRuns.set(
    session,
    turn.catch(() => undefined),
  );
  return turn;
}

/** Show each run of the document in a tab of its own: what one process does, another need not wait for. */
async function showRuns(
  document: PrintDocument,
  first: Tab,
  another: Another,
  told: RunsReached["told"] | undefined,
): Promise<Tab[]> {
  const most = document.html.length < longDocument ? 1 : 2;
  const shown = await Promise.all(
    Array.from({ length: most }, async (_, run) => {
      const tab = run === 0 ? first : await another(openRunTab);
      tab.serve(document.resources);
      const [runs] = await Promise.all([
        tab.page.evaluate(takeRun, document.html, run, most),
        told && tab.page.exposeFunction("quoinReached", (reached: Reached) => told(run, reached)),
      ]);
      return { tab, runs };
    }),
  );
  return shown.slice(0, shown[0]?.runs).map(({ tab }) => tab);
}

function print({ page }: Tab, { tags }: PrintDocument): Promise<Uint8Array> {
  return page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: tags !== "none", timeout: 0 });
}
