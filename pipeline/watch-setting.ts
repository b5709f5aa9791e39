import type { Edition, Reached, Setting, Typesetter } from "./publication.js";

/** Make a typesetter that tells, of the document of an edition, how far its setting is. */
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
      const none = { chapters: 0, of: 0, pages: 0, share: 0 };
      let all: number | undefined;
      let isShared = false;
      const say = (is: Setting["is"], counted: Omit<Reached, "step">) =>
        tell({
          ...about,
          is,
          ...counted,
          ...(all !== undefined && { all }),
          ...(isShared && { shared: true }),
        });
      say("begun", none);
      const typeset = await typesetter.typeset(document, {
        ...watcher,
        shared() {
          watcher.shared?.();
          isShared = true;
          say("begun", none);
        },
        reached(reached) {
          watcher.reached?.(reached);
          isShared = false;
          const { step, ...counted } = reached;
          if (step === "numbering") all = counted.pages;
          say(step, counted);
        },
        paged(set) {
          watcher.paged?.(set);
          all = set.length;
          say("printing", none);
        },
      });
      say("printed", { ...none, pages: typeset.pages.length, share: 1 });
      return typeset;
    },
  };
}
