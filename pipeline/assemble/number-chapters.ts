import { type Draft, isPartTitle } from "./draft.js";

/** Number the chapters that want a number, from 1, through all groups. */
export function numberChapters(drafts: readonly Draft[], wanted: boolean): void {
  if (!wanted) return;
  drafts
    .filter((draft) => draft.chapter.numbered && !isPartTitle(draft))
    .forEach((draft, i) => {
      draft.number = String(i + 1);
    });
}
