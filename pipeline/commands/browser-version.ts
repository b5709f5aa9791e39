import { digest } from "../cache/digest.js";
import type { OpenTypesetter } from "../edges/browser.js";
import type { Cache } from "../publication.js";

/** Tell the version of the browser that sets the pages, `HeadlessChrome/147.0.7727.0`, without starting it where it has told once. */
export async function browserVersion(browser: OpenTypesetter, cache: Cache | undefined): Promise<string> {
  if (!cache) return (await browser.describe()).version;
  // To name a build, every font of the system is looked at.
  const build = await browser.typesetter.build?.();
  const kept = browser.isRunning() ? undefined : await keptVersion(cache, build);
  if (kept !== undefined) return kept;
  const { version } = await browser.describe();
  await cache.put(keyOf(build), { facts: version, files: [] });
  return version;
}

/** Tell the version of a browser's build as it was told to an earlier run. */
export async function keptVersion(
  cache: Cache | undefined,
  build: string | undefined,
): Promise<string | undefined> {
  return (await cache?.get(keyOf(build)))?.facts as string | undefined;
}

function keyOf(build: string | undefined): string {
  return digest(["browser", build]);
}
