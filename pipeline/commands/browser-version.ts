import { digest } from "../cache/digest.js";
import type { OpenTypesetter } from "../edges/browser.js";
import type { Cache } from "../publication.js";

/** Tell the version of the browser that sets the pages, `HeadlessChrome/147.0.7727.0`, without starting it where it has told once. */
export async function browserVersion(browser: OpenTypesetter, cache: Cache | undefined): Promise<string> {
  const key = digest(["browser", await browser.typesetter.build?.()]);
  const kept = browser.isRunning() ? undefined : await cache?.get(key);
  if (kept) return kept.facts as string;
  const { version } = await browser.describe();
  await cache?.put(key, { facts: version, files: [] });
  return version;
}
