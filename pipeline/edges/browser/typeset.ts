/** Set a print document into pages and print them. */
import { problem } from "../../problem.js";
import type { DocumentEdition, Page, PrintDocument, Typeset, TypesettingWatcher } from "../../publication.js";
import { lateNotes } from "./late-notes.js";
import { lostText } from "./lost-text.js";
import { defaultPageLimit, type TypesetterOptions } from "./options.js";
import { awaitResources, type Faces } from "./page/await-resources.js";
import { changeEdition } from "./page/change-edition.js";
import { setPages } from "./page/set-pages.js";
import type { SetPages } from "./page/shared.js";
import { printPdf } from "./print-pdf.js";
import type { Session } from "./session.js";
import { setOrJoin } from "./settings.js";
import type { Tab } from "./tab.js";
import { loadPaged, openTypesettingTab } from "./typesetting-tab.js";
import { withoutParts } from "./without-parts.js";

/** The faces of the document that a session set last. */
const lastFaces = new WeakMap<Session, readonly string[]>();

/**
 * Set the document in the session's browser. Where another edition of it is being set, its pages are printed once more instead. Throws the session's messages
 * and `page-limit`.
 */
export function typeset(
  session: Session,
  document: PrintDocument,
  options: TypesetterOptions,
  watcher: TypesettingWatcher = {},
): Promise<Typeset> {
  const { pageLimit = defaultPageLimit, timeLimit = 180_000, documents } = options;
  // A page holds some 3,000 characters and takes less than 50 ms.
  const limit = timeLimit + document.html.length / 20;
  return setOrJoin(session, document, watcher, async (setting, told) => {
    const setWith = (faces: Faces) =>
      session.use(
        limit,
        openTypesettingTab,
        async (tab, browser) => {
          const { page } = tab;
          if (watcher.reached) await page.exposeFunction("quoinReached", watcher.reached);
          await showForPaged(tab, document);
          await page.evaluate(awaitResources, faces, documents ? (lastFaces.get(session) ?? []) : []);
          watcher.received?.();
          const set = await page.evaluate(setPages, pageLimit, faces);
          if (set === "face-late") return set;
          if (set === "page-limit")
            throw problem("page-limit", `The document needs more than ${pageLimit} pages`, {});
          lastFaces.set(session, set.faces);
          told(await printPages(tab, document, set, { browser, watcher }));
          await setting.printOthers(async (edition, other) => {
            if (!(await page.evaluate(changeEdition, edition))) return undefined;
            other.received?.();
            const [rest = set] = withoutParts([set], edition.leftOut);
            return printPages(tab, document, rest, { browser, watcher: other });
          });
          return "set";
        },
        watcher.signal,
      );
    if ((await setWith("used")) === "set" || (await setWith("all")) === "set") return;
    throw new Error("A face was asked for after all were there");
  });
}

/** Print the pages that stand in a tab, and tell of them. */
async function printPages(
  { page, refused }: Tab,
  document: PrintDocument,
  { destinations, pictures, geometry, problems, starts, late, ...set }: SetPages,
  { browser, watcher }: { readonly browser: string; readonly watcher: TypesettingWatcher },
): Promise<Typeset> {
  const pages = set.pages.map((each, index): Page => {
    const start = starts[index];
    return { index, ...each, ...(start && { start }) };
  });
  const printed = printPdf(page, document);
  watcher.paged?.(pages);
  const messages = [...refused, ...lostText(problems), ...lateNotes(late)];
  const prints = [{ file: await printed, pages: pages.length, hasLead: false }];
  return { prints, geometry, pages, destinations, pictures, messages, browser };
}

/** Show a document, and wait for what it loads. */
export async function showLoaded(
  tab: Tab,
  document: Pick<PrintDocument, "html" | "resources" | "typesetter" | "edition">,
): Promise<void> {
  if (document.typesetter === "native") await tab.show(document);
  else await showForPaged(tab, document);
  await tab.page.evaluate(awaitResources, "used");
}

async function showForPaged(
  tab: Tab,
  document: Pick<PrintDocument, "html" | "resources" | "edition">,
): Promise<void> {
  await loadPaged(tab);
  await tab.show(document);
  if (document.edition) await tab.page.evaluate(wearAlone, document.edition);
}

/** Give the document one of its editions; Paged.js would make pages of empty sections. Runs in the page. */
function wearAlone(edition: DocumentEdition): void {
  window.steps.wearEdition(document, edition);
  for (const section of document.querySelectorAll("[data-left-out]")) section.remove();
}
