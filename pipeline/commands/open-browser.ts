import type { Way } from "../edges/browser/launch.js";
import { createTypesetter, type OpenTypesetter } from "../edges/browser.js";
import type { Terminal } from "./command.js";
import { noteSandbox } from "./note-sandbox.js";
import type { Order } from "./order.js";
import type { Built } from "./verify.js";

/** The browser of a build. */
export interface BuildBrowser extends OpenTypesetter {
  /** Whether it had its sandbox; undefined where it did no work. */
  sandbox(): Built["sandbox"];
}

/**
 * Open the browser of a build. Every edition needs it, the e-book for its cover: without a cache it starts at once, while the rest
 * of quoin is loaded.
 */
export function openBrowser({ cache, clear, limits, wanted }: Order, terminal: Terminal): BuildBrowser {
  const note = noteSandbox(terminal, clear);
  let sandbox: Built["sandbox"];
  const onWork = (way: Way) => {
    sandbox = way.sandbox ? "on" : "off";
    note(way);
  };
  const browser = createTypesetter({ signal: terminal.signal, onWork, ...limits.browser });
  if (!cache && wanted.every((edition) => edition === "epub")) browser.warmForPicture();
  else if (!cache) browser.warm();
  return { ...browser, sandbox: () => sandbox };
}
