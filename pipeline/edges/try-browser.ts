import { VFileMessage } from "vfile-message";
import { type Found, findBrowser } from "./browser/find.js";
import { thisMachine } from "./browser/surroundings.js";
import { createTypesetter } from "./browser.js";

/** A browser that has just set a page, or why none could. */
export type TriedBrowser =
  | (Found & { readonly version: string; readonly sandbox: boolean })
  | { readonly problem: string };

/** Find the browser and have it set a page: that it lies there does not mean that it starts. */
export async function tryBrowser(signal: AbortSignal): Promise<TriedBrowser> {
  const browser = createTypesetter({ signal });
  try {
    const found = await findBrowser(thisMachine(), signal);
    const { browser: version, messages } = await browser.typesetter.typeset({
      html: '<!doctype html><html lang="en"><body><section data-part="trial"><p>Quoin</p></section></body></html>',
      resources: new Map(),
      geometry: { trimWidth: 400, trimHeight: 600, bleed: 0 },
    });
    const [fatal] = messages.filter((message) => message.fatal);
    const { sandbox } = await browser.describe();
    return fatal ? { problem: fatal.reason } : { ...found, version, sandbox };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof VFileMessage) return { problem: error.reason };
    throw error;
  } finally {
    await browser.close();
  }
}
