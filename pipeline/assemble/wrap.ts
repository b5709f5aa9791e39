import type { Root } from "hast";
import type { Manuscript, Theme, Words, Wrap } from "../publication.js";
import { pageView, themePage } from "./theme-page.js";

/** Fill the theme's templates for what a cover in one piece has beside the front. */
export function wrapOf(
  manuscript: Pick<Manuscript, "metadata" | "placeOf">,
  theme: Theme,
  words: Words,
): Wrap {
  const view = pageView(manuscript.metadata, words);
  const side = (name: string): Root => ({
    type: "root",
    children: themePage(theme.pages[name] ?? "", view, manuscript),
  });
  return { back: side("cover-back.html"), spine: side("cover-spine.html") };
}
