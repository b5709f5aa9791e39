import { direction } from "../direction.js";
import type { Metadata, Theme, Words } from "../publication.js";
import { roman } from "../roman.js";
import { type Draft, isPartTitle } from "./draft.js";

/** Number the part titles that want a number, from 1: `Part I`. What is written from right to left knows no roman numbers. */
export function numberGroups(
  drafts: readonly Draft[],
  { numberedGroups, language }: Pick<Metadata, "numberedGroups" | "language">,
  { partNumbers }: Pick<Theme, "partNumbers">,
  { part }: Pick<Words, "part">,
): void {
  if (!numberedGroups) return;
  const isRoman = partNumbers === "roman" && direction(language) !== "rtl";
  drafts
    .filter((draft) => isPartTitle(draft) && draft.chapter.numbered)
    .forEach((draft, i) => {
      draft.number = part.replace("{n}", isRoman ? roman(i + 1).toUpperCase() : String(i + 1));
    });
}
