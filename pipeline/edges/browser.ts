/** The one door to a browser. */

import type { Foreseen, PrintDocument, Typesetter } from "../publication.js";
import { longDocument, nameTypesetter, type TypesetterOptions } from "./browser/options.js";
import { picture } from "./browser/picture.js";
import { createSession, type Description } from "./browser/session.js";
import { openTab } from "./browser/tab.js";
import { showLoaded, typeset } from "./browser/typeset.js";
import { loadPaged, openRunTab, openTypesettingTab } from "./browser/typesetting-tab.js";

/** A typesetter, and the life of the browser behind it. */
export interface OpenTypesetter {
  readonly typesetter: Typesetter;
  /**
   * Start the browser already, while other work goes on; a failure shows at its first use. With a document the tab that opens
   * for the next one has the faces that this one uses.
   */
  warm(document?: PrintDocument): void;
  /** Start the browser already for a picture alone, whose tab needs nothing of what sets pages. */
  warmForPicture(): void;
  /** Start the browser, and have the tabs ready that such a document will want. Where it turns out another, what is missing is loaded then. */
  foresee(document: Foreseen): void;
  /** Say which browser works, in which version, with or without its sandbox, and what was tried before it was found. */
  describe(): Promise<Description>;
  /** Say whether a browser was started. */
  isRunning(): boolean;
  /** End the browser and remove its traces. */
  close(): Promise<void>;
}

/** Make a typesetter whose browser starts when it is first needed. */
export function createTypesetter(options: TypesetterOptions = {}): OpenTypesetter {
  const session = createSession(options);
  return {
    typesetter: {
      build: async () => nameTypesetter(await session.build(), options),
      async typeset(document, watcher) {
        if (document.typesetter !== "native") return typeset(session, document, options, watcher);
        // It brings what joins PDFs, the largest of all that quoin loads.
        const { typesetNative } = await import("./browser/native/typeset-native.js");
        return typesetNative(session, document, options, watcher);
      },
      picture: (document, width, height) => picture(session, document, { width, height }, options),
    },
    warm(document) {
      session.warm(openTypesettingTab, document && (async (tab) => showLoaded(tab, document)));
    },
    warmForPicture: () => session.warm(openTab),
    foresee({ typesetter, characters }) {
      if (typesetter === "paged") return session.ready(openTypesettingTab, loadPaged);
      session.warm(openTypesettingTab);
      if (characters >= longDocument) session.warm(openRunTab);
    },
    describe: () => session.describe(),
    isRunning: () => session.isRunning(),
    close: () => session.close(),
  };
}
