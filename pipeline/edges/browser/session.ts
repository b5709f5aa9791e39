/** The life of one browser: started once, lent to each piece of work, ended for all. */
import { setTimeout } from "node:timers/promises";
import type { Browser } from "puppeteer-core";
import { VFileMessage } from "vfile-message";
import { type Found, findBrowser } from "./find.js";
import { launch, type Running, type Way } from "./launch.js";
import { scaleOf } from "./memory.js";
import { nameBuild } from "./name-build.js";
import type { TypesetterOptions } from "./options.js";
import { thisMachine } from "./surroundings.js";
import type { Tab } from "./tab.js";
import { rejectionOf, type Weighed, watch } from "./watch.js";

/** Opens a tab that is ready for some work. */
export type OpenTab = (browser: Browser) => Promise<Tab>;

/** Opens one more tab for the same work, which ends with it. */
export type Another = (open: OpenTab) => Promise<Tab>;

/** Milliseconds for which the news of a death may come behind what else it brings about. */
const eventsWait = 1000;

/** Puppeteer's word for waiting in vain; it is loaded late, and so is its class. */
const isTimeout = (error: unknown) => error instanceof Error && error.name === "TimeoutError";

/** A browser on call. */
export interface Session {
  /** Start the browser, and open a tab that the next work of its kind will want, where none waits yet; `prepare` says what else it will find done. */
  warm(open: OpenTab, prepare?: (tab: Tab) => Promise<unknown>): void;
  /** Let the tab that waits for the next work of its kind, or one that opens for it, find more done. */
  ready(open: OpenTab, prepare: (tab: Tab) => Promise<unknown>): void;
  /**
   * Do work in a tab of its own, and in those that it asks for beside it, for at most `limit` milliseconds. Throws the messages of finding and starting a browser,
   * `browser-died` or `browser-room` where it ends in the middle and `browser-timeout` where the work does not end; rejects with the reason of
   * `stop` where that gives the work up.
   */
  use<T>(
    limit: number,
    open: OpenTab,
    work: (tab: Tab, version: string, another: Another) => Promise<T>,
    stop?: AbortSignal,
  ): Promise<T>;
  /** Name the build of the browser that works or will; starts nothing. Undefined where there is none. */
  build(): Promise<string | undefined>;
  isRunning(): boolean;
  /** Say which browser works, and in which way; starts it where it does not run yet. Throws as `use`. */
  describe(): Promise<Description>;
  close(): Promise<void>;
}

/** What there is to know of the browser that works. */
export type Description = Found & Way & Pick<Running, "version">;

/** Open a session whose browser starts when it is first needed or warmed, and ends with the signal. */
export function createSession({
  signal,
  memoryLimit = 4000,
  onWork,
}: Pick<TypesetterOptions, "signal" | "memoryLimit" | "onWork"> = {}): Session {
  const machine = thisMachine();
  let running: Promise<Weighed & { readonly found: Found }> | undefined;
  let foreseen: Promise<string | undefined> | undefined;
  let actual: Promise<string | undefined> | undefined;
  let spares: { open: OpenTab; tab: Promise<Tab> }[] = [];

  const findAndLaunch = async () => {
    const found = await findBrowser(machine, signal);
    const started = await launch(found, machine);
    return { ...started, found, weigh: scaleOf(started.process.pid ?? 0) };
  };
  // Async, so that an aborted signal rejects and does not throw.
  const start = async () => {
    signal?.throwIfAborted();
    if (running) return running;
    const starting = findAndLaunch();
    running = starting;
    // What did not start is not kept: the next work of a long session tries again.
    starting.catch(() => {
      if (running === starting) running = undefined;
    });
    return starting;
  };
  const take = (open: OpenTab, { browser }: Running): Promise<Tab> => {
    const spare = spares.find((each) => each.open === open);
    spares = spares.filter((each) => each !== spare);
    return spare?.tab ?? open(browser);
  };
  const close = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    spares = [];
    const ended = await ending?.catch(() => undefined);
    ended?.kill();
  };
  signal?.addEventListener("abort", () => void close(), { once: true });

  const waiting = (open: OpenTab) => spares.find((spare) => spare.open === open);
  const keep = (open: OpenTab, tab: Promise<Tab>) => {
    const spare = { open, tab };
    spares = [...spares.filter((each) => each.open !== open), spare];
    // Whoever asks for the tab meanwhile is told; who comes later opens another.
    tab.catch(() => {
      spares = spares.filter((each) => each !== spare);
    });
  };
  const prepared = async (tab: Promise<Tab>, prepare: ((tab: Tab) => Promise<unknown>) | undefined) => {
    const opened = await tab;
    await prepare?.(opened);
    return opened;
  };
  const openOne = (open: OpenTab) => start().then(({ browser }) => open(browser));

  return {
    warm(open, prepare) {
      if (!waiting(open)) keep(open, prepared(openOne(open), prepare));
    },
    ready(open, prepare) {
      keep(open, prepared(waiting(open)?.tab ?? openOne(open), prepare));
    },
    async build() {
      const started = await running?.catch(() => undefined);
      if (started) actual ??= nameBuild(machine, started.found);
      else foreseen ??= nameBuild(machine);
      return actual ?? foreseen;
    },
    isRunning: () => running !== undefined,
    async describe() {
      const { found, way, version } = await start();
      return { ...found, ...way, version };
    },
    close,
    async use(limit, open, work, stop) {
      const browser = await start();
      stop?.throwIfAborted();
      onWork?.(browser.way);
      const failure = watch(browser, { time: limit, memory: memoryLimit }, signal);
      const abandoned = rejectionOf(stop);
      const tabs: Promise<Tab>[] = [];
      const lend = async (asked: OpenTab) => {
        const tab = take(asked, browser);
        tabs.push(tab);
        const { page } = await tab;
        page.once("error", failure.died);
        return tab;
      };
      try {
        const whole = lend(open).then((tab) => work(tab, browser.version, lend));
        return await Promise.race([whole, failure.happens, abandoned.happens]);
      } catch (error) {
        if (stop?.aborted && failure.reason() === undefined) throw stop.reason;
        // A death shows in many ways, and its own event may come last: of a tab that dies while it prints, printing fails before.
        if (!(error instanceof VFileMessage))
          await Promise.race([failure.happens.catch(() => {}), setTimeout(eventsWait)]);
        // One that opens no tab within half a minute has lost what opens them.
        if (!browser.browser.connected || isTimeout(error)) failure.died();
        // Its tab may hang for ever: the next work starts with a new browser.
        if (failure.reason() !== undefined) await close();
        throw failure.reason() ?? error;
      } finally {
        failure.forget();
        abandoned.forget();
        // One that has ended with its browser cannot be closed any more.
        for (const tab of tabs) void tab.then(({ page }) => page.close()).catch(() => {});
      }
    },
  };
}
