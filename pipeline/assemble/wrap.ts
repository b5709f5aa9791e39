import type { Root } from "hast";
import type { Metadata, Theme, Words, Wrap } from "../publication.js";
import { pageView, themePage } from "./theme-page.js";

/** Fill the theme's templates for what a cover in one piece has beside the front. */
export function wrapOf(metadata: Metadata, theme: Theme, words: Words): Wrap {
  const view = pageView(metadata, words);
  const side = (name: string): Root => ({
    type: "root",
    children: themePage(theme.pages[name] ?? "", view),
  });
  return { back: side("cover-back.html"), spine: side("cover-spine.html") };
}
