import type { PrintDocument, Typeset, TypesettingWatcher } from "../../../publication.js";
import { longDocument, type TypesetterOptions } from "../options.js";
import type { Another, Session } from "../session.js";
import { setOrJoin } from "../settings.js";
import type { Tab } from "../tab.js";
import { openRunTab, openTypesettingTab } from "../typesetting-tab.js";
import { setRuns } from "./set-runs.js";

/** What each session's browser sets in runs at present, and how many documents wait for it. */
const settingRuns = new WeakMap<Session, Promise<unknown>>();
const waiting = new WeakMap<Session, number>();

/**
 * Set the document in the session's browser, a long one when the long ones before it are set: each has two processes, and memory of its own. Where another edition of
 * it is being set, its pages are printed once more instead. Throws the session's messages and `page-limit`.
 */
export function typesetNative(
  session: Session,
  document: PrintDocument,
  options: TypesetterOptions,
  watcher: TypesettingWatcher = {},
): Promise<Typeset> {
  // Who waits finds tabs: when this document is printed, those who finish it leave little time for answers.
  const printing = () => {
    if ((waiting.get(session) ?? 0) > 0)
      for (const open of [openTypesettingTab, openRunTab]) session.warm(open);
  };
  // A page holds some 3,000 characters and takes less than 50 ms.
  const limit = (options.timeLimit ?? 180_000) + document.html.length / 20;
  return setOrJoin(session, document, watcher, (setting, told) => {
    const work = (first: Tab, browser: string, another: Another) =>
      setRuns({ document, options, setting, told, printing }, { first, browser, another }, watcher);
    const set = () => session.use(limit, openTypesettingTab, work, watcher.signal);
    return document.html.length < longDocument ? set() : inTurn(session, set);
  });
}

/** Set a long document when the long ones before it are set, or failed. */
function inTurn(session: Session, set: () => Promise<void>): Promise<void> {
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
