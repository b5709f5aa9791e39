import type { Edition, Setting, Typesetter } from "./publication.js";

/** Make a typesetter that tells, of the pages of an edition, how far their setting is. */
export function watchSetting(
  typesetter: Typesetter,
  edition: Edition,
  tell: (setting: Setting) => void,
): Typesetter {
  let largest = 0;
  return {
    ...typesetter,
    async typeset(document, watcher = {}) {
      const { length: characters } = document.html;
      // A cover is set beside the pages, and nobody waits for it.
      if (characters < largest / 2) return typesetter.typeset(document, watcher);
      largest = Math.max(largest, characters);
      const { geometry, typesetter: name = "paged" } = document;
      const about = { edition, typesetter: name, characters, geometry } as const;
      let pages = 0;
      tell({ ...about, is: "begun", pages, share: 0 });
      const typeset = await typesetter.typeset(document, {
        ...watcher,
        page(done, share) {
          watcher.page?.(done, share);
          pages = done;
          tell({ ...about, is: "setting", pages, share });
        },
        paged(set) {
          watcher.paged?.(set);
          pages = set.length;
          tell({ ...about, is: "set", pages, share: 1 });
        },
      });
      tell({ ...about, is: "printed", pages, share: 1 });
      return typeset;
    },
  };
}
