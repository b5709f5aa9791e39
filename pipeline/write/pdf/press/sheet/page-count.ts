import type { Page, PressProfile } from "../../../../publication.js";

/** Say how many blank pages a printer wants behind the last one. */
export function blanksNeeded(pages: readonly Pick<Page, "blank">[], { pages: asked }: PressProfile): number {
  const least = asked.lastBlank && !pages.at(-1)?.blank ? pages.length + 1 : pages.length;
  return Math.ceil(least / asked.multipleOf) * asked.multipleOf - pages.length;
}

/** Say how far text must keep from the spine in a book of so many pages, in millimetres. */
export function gutterFor(count: number, { gutter }: PressProfile): number {
  return (gutter.find(({ pages }) => count <= pages) ?? gutter.at(-1))?.least ?? 0;
}
