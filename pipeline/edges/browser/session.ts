/** The life of one browser: started once, lent to each piece of work, ended for all. */
import type { Browser } from "puppeteer-core";
import { findBrowser } from "./find.js";
import { launch, type Running } from "./launch.js";
import { browserProblem } from "./problems.js";
import { thisMachine } from "./surroundings.js";
import type { Tab } from "./tab.js";

/** Opens a tab that is ready for some work. */
export type OpenTab = (browser: Browser) => Promise<Tab>;

/** A browser on call. */
export interface Session {
  /** Start the browser, and open the tab that the first work of its kind will want. */
  warm(open: OpenTab): void;
  /**
   * Do work in a tab of its own, for at most `limit` milliseconds. Throws the messages of finding and starting a browser,
   * `browser-died` where it ends in the middle and `browser-timeout` where the work does not end.
   */
  use<T>(limit: number, open: OpenTab, work: (tab: Tab, version: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Open a session whose browser starts when it is first needed or warmed, and ends with the signal. */
export function createSession(signal?: AbortSignal): Session {
  const machine = thisMachine();
  let running: Promise<Running> | undefined;
  let spare: { open: OpenTab; tab: Promise<Tab> } | undefined;

  const start = (): Promise<Running> => {
    signal?.throwIfAborted();
    running ??= findBrowser(machine, signal).then((found) => launch(found, machine));
    return running;
  };
  const take = (open: OpenTab, { browser }: Running): Promise<Tab> => {
    const tab = spare?.open === open ? spare.tab : open(browser);
    spare = undefined;
    return tab;
  };
  const close = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    spare = undefined;
    const ended = await ending?.catch(() => undefined);
    ended?.kill();
  };
  signal?.addEventListener("abort", () => void close(), { once: true });

  return {
    warm(open) {
      const tab = start().then(({ browser }) => open(browser));
      // Whoever asks for the tab is told.
      tab.catch(() => {});
      spare = { open, tab };
    },
    close,
    async use(limit, open, work) {
      const browser = await start();
      const failure = watch(browser, limit, signal);
      try {
        const whole = take(open, browser).then(async (tab) => {
          tab.page.once("error", failure.died);
          const result = await work(tab, browser.version);
          await tab.page.close();
          return result;
        });
        return await Promise.race([whole, failure.happens]);
      } catch (error) {
        // The tab may hang for ever or be gone: the next work starts with a new browser.
        await close();
        throw failure.reason() ?? error;
      } finally {
        failure.forget();
      }
    },
  };
}

function watch({ process: child, browser }: Running, limit: number, signal: AbortSignal | undefined) {
  let reason: unknown;
  let stop = (_: unknown) => {};
  const happens = new Promise<never>((_, reject) => {
    stop = (why) => {
      reason ??= signal?.aborted ? signal.reason : why;
      reject(reason);
    };
  });
  happens.catch(() => {});
  const died = () => stop(browserProblem("browser-died", "The browser ended in the middle of its work"));
  const late = browserProblem(
    "browser-timeout",
    `The browser did not finish within ${Math.round(limit / 1000)} seconds`,
  );
  const timer = setTimeout(() => stop(late), limit);
  child.once("exit", died);
  browser.once("disconnected", died);
  const forget = () => {
    clearTimeout(timer);
    child.off("exit", died);
    browser.off("disconnected", died);
  };
  return { happens, died, reason: () => reason, forget };
}
