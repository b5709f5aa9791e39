/** Set a print document into pages as Chromium itself breaks them, and print them. */
import { problem } from "../../../problem.js";
import type {
  DocumentEdition,
  Print,
  PrintDocument,
  Reached,
  Typeset,
  TypesettingWatcher,
} from "../../../publication.js";
import { lostText } from "../lost-text.js";
import { defaultPageLimit, longDocument, type TypesetterOptions } from "../options.js";
import { awaitResources } from "../page/await-resources.js";
import { printPdf } from "../print-pdf.js";
import type { Another } from "../session.js";
import type { Setting } from "../settings.js";
import type { Tab } from "../tab.js";
import { openRunTab } from "../typesetting-tab.js";
import { withoutParts } from "../without-parts.js";
import { changeEdition } from "./change-edition.js";
import { closeColumns } from "./close-columns.js";
import { fillColumns } from "./fill-columns.js";
import { layColumns } from "./lay-columns.js";
import { gatherPages, mergeMeasured, pagesOf } from "./runs.js";
import type { ColumnPages } from "./shared.js";
import { showParts } from "./show-parts.js";
import { takeRun } from "./take-run.js";
import { type RunsReached, tallyRuns } from "./tally-runs.js";

/** Of a document that has none. */
const noEdition: DocumentEdition = { css: "", leftOut: [] };

/** What is set, and who is told of it before its other editions are printed. */
interface Work {
  readonly document: PrintDocument;
  readonly options: TypesetterOptions;
  readonly setting: Setting;
  readonly told: (typeset: Typeset) => void;
  /** Called when the browser begins to print. */
  readonly printing: () => void;
}

/** What it is set with. */
interface Lent {
  readonly first: Tab;
  readonly browser: string;
  readonly another: Another;
}

/** Set a document in runs, tell of its pages, and print the editions that wait for them. Throws `page-limit`. */
export async function setRuns(
  { document, options, setting, told, printing: begun }: Work,
  { first, browser, another }: Lent,
  watcher: TypesettingWatcher,
): Promise<void> {
  const { pageLimit = defaultPageLimit } = options;
  const tooLong = () => problem("page-limit", `The document needs more than ${pageLimit} pages`, {});
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
  if (gatherPages(runs).pages.length > pageLimit) throw tooLong();

  const printAll = async (
    own: readonly ColumnPages[],
    { paged }: TypesettingWatcher,
    printed?: RunsReached["printed"],
  ): Promise<Typeset> => {
    const printing = Promise.all(
      tabs.map(async (tab, run): Promise<Print> => {
        const file = await printPdf(tab.page, document);
        const { pages, hasLead, signed } = own[run] ?? { pages: [], hasLead: false, signed: [] };
        printed?.(run, pages.length);
        return { file, pages: pages.length, hasLead, signed };
      }),
    );
    const { problems, ...gathered } = gatherPages(own);
    paged?.(gathered.pages);
    begun();
    const prints = await printing;
    const messages = [...tabs.flatMap(({ refused }) => refused), ...lostText(problems)];
    return { prints, ...gathered, messages, browser };
  };
  told(await printAll(runs, watcher, runsReached?.printed));
  await setting.printOthers(async (edition, other) => {
    const changed = await inEach((page) => page.evaluate(changeEdition, edition));
    if (!changed.every(Boolean)) return undefined;
    other.received?.();
    return printAll(withoutParts(runs, edition.leftOut), other);
  });
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
        tab.page.evaluate(takeRun, document.html, run, most, document.edition ?? noEdition),
        told && tab.page.exposeFunction("quoinReached", (reached: Reached) => told(run, reached)),
      ]);
      return { tab, runs };
    }),
  );
  return shown.slice(0, shown[0]?.runs).map(({ tab }) => tab);
}
