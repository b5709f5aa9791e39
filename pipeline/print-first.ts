import type { PageMap, PrintPages, Tools, Typesetter } from "./publication.js";
import { sealPages } from "./write/pages/page-map.js";

/** The print edition as those see it that are written beside it. */
export interface PrintFirst {
  /** Tools that tell the pages as soon as they are set. */
  readonly tools: Tools;
  /** For the others, who are told them. */
  readonly pages: Promise<PrintPages>;
  /** Resolves when the browser has all that it needs of the print edition: until then work on others would keep it waiting. */
  readonly received: Promise<unknown>;
  /** The pages as they were set, where they were: to be kept for a build without them. */
  pageMap(): PageMap | undefined;
  /** Say that the print edition is written, or failed: nobody waits for it any more. */
  end(): void;
}

/** Let the print edition go first: the others are written while the browser sets its pages. */
export function printFirst(tools: Tools): PrintFirst {
  const received = later<undefined>();
  const pages = later<PrintPages>();
  let map: PageMap | undefined;
  const typesetter: Typesetter = {
    ...tools.typesetter,
    typeset: (document, watcher = {}) =>
      tools.typesetter.typeset(document, {
        ...watcher,
        received() {
          watcher.received?.();
          received.resolve(undefined);
        },
        paged(set) {
          watcher.paged?.(set);
          map = sealPages(document, set);
          pages.resolve(map);
        },
      }),
  };
  return {
    tools: { ...tools, typesetter },
    pages: pages.promise,
    received: received.promise,
    pageMap: () => map,
    end() {
      received.resolve(undefined);
      pages.resolve({ lack: "failed" });
    },
  };
}

/** A promise that is kept from outside. */
function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve = (_: T) => {};
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
