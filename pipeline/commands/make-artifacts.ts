import { setImmediate } from "node:timers/promises";
import { VFileMessage } from "vfile-message";
import { identify } from "../cache/editions.js";
import { openAside } from "../edges/aside.js";
import { keepLoading } from "../edges/cache/loading.js";
import { notingDisk } from "../edges/cache/looks.js";
import { checkOut } from "../edges/check-out.js";
import { disk } from "../edges/disk.js";
import { loadPageMap } from "../edges/load-page-map.js";
import { keepFile } from "../edges/scratch-folder.js";
import { openSpool } from "../edges/spool.js";
import { startThread } from "../edges/start-thread.js";
import { loadOptimised, settleIn } from "../edges/tune-engine.js";
import { toPlain } from "../plain-message.js";
import { distinct, isFailure } from "../report.js";
import { foreseeTypesetter } from "../write/choose-typesetter.js";
import { keepFilesBy } from "../write/pdf/press/colour/vips.js";
import { browserVersion } from "./browser-version.js";
import type { Terminal } from "./command.js";
import { load } from "./load.js";
import type { BuildBrowser } from "./open-browser.js";
import type { Order } from "./order.js";
import { untilAborted } from "./until-aborted.js";
import type { Built } from "./verify.js";

/** Make the artifacts of a publication folder, large ones in the temporary folder; the browser that they need ends with it. */
export async function makeArtifacts(
  { folder, out, wanted, progress, cache, limits }: Order,
  terminal: Terminal,
  browser: BuildBrowser,
): Promise<Built> {
  const { signal, clock } = terminal;
  keepFilesBy(keepFile);
  const start = clock();
  const { aside, close } = openAside();
  try {
    const noting = notingDisk(disk);
    const [place, loaded, keptPages, { publishAgain }] = await Promise.all([
      checkOut(out, folder),
      load(folder, terminal, noting.disk),
      wanted.includes("screen") ? undefined : loadPageMap(out),
      import("../cache/publish-again.js"),
      wanted.some((edition) => edition !== "epub") &&
        loadOptimised(() => import("../write/pdf/content/zlib.js")),
    ]);
    const { theme, profile } = loaded;
    const manuscript = loaded.manuscript && { ...loaded.manuscript, ...limits.images };
    const messages = [...place, ...loaded.messages];
    const stages = [{ name: "load", ms: Math.round(clock() - start) }];
    const result = { folder, metadata: manuscript?.metadata, artifacts: [], messages, stages };
    if (!manuscript || !theme || isFailure(messages, "lenient")) return result;
    if (cache) {
      const kept = {
        looks: noting.looks(),
        identity: identify(manuscript, theme, profile),
        metadata: manuscript.metadata,
        messages: loaded.messages.map(toPlain),
      };
      await keepLoading(cache, folder, terminal.env.SOURCE_DATE_EPOCH, kept);
    }
    const warm = () => browser.foresee(foreseeTypesetter(manuscript, theme));
    if (!cache && wanted.some((edition) => edition !== "epub")) warm();
    const tools = {
      typesetter: browser.typesetter,
      ...(profile && { profile }),
      progress,
      setting: progress,
      pause,
      clock,
      settleIn,
      loadOptimised,
      aside,
      startThread,
      spool: openSpool,
      ...(terminal.env.QUOIN_FPO !== "off" && { swapImages: true as const }),
      ...(cache && { cache, warm }),
      ...(keptPages && { keptPages }),
    };
    const published = await untilAborted(publishAgain(manuscript, theme, wanted, tools), signal);
    return {
      ...result,
      artifacts: published.artifacts,
      ...(published.pageMap && { pageMap: published.pageMap }),
      ...(published.typesetter && { typesetter: published.typesetter }),
      ...(keptPages && { keptPages }),
      ...(published.artifacts.length > 0 && { browser: await browserVersion(browser, cache) }),
      sandbox: browser.sandbox(),
      messages: distinct([...messages, ...published.messages]),
      stages: [...stages, ...published.stages],
    };
  } catch (error) {
    // What was loaded has changed since.
    if (!(error instanceof VFileMessage)) throw error;
    return { folder, artifacts: [], messages: [error], stages: [] };
  } finally {
    await Promise.all([browser.close(), close()]);
  }
}

/** One turn of the loop takes in what the browser says, the next hands it to whoever waits, and before the third it is answered. */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await setImmediate();
}
