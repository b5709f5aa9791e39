import type { Draft } from "./draft.js";

/** Number the chapters that want a number, from 1. */
export function numberChapters(drafts: readonly Draft[], wanted: boolean): void {
  if (!wanted) return;
  drafts
    .filter(({ chapter }) => chapter.numbered)
    .forEach((draft, i) => {
      draft.number = String(i + 1);
    });
}
