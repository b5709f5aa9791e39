import type { Setting } from "../publication.js";
import type { Past } from "./past.js";

/** Square CSS pixels of a page for each character of HTML, in the volumes of the bench. */
const room = 146;

/** The share of a document on whose pages as much is built as on what its length lets expect. */
const trust = 0.3;

/** Say of about how many pages a document will be; exactly, when they are set. */
export function aboutPages(
  { all, is, pages, share, characters, geometry }: Setting,
  past: Past | undefined,
): number {
  if (all !== undefined) return all;
  const { trimWidth, trimHeight } = geometry;
  const expected =
    past && past.characters > 0
      ? (past.pages * characters) / past.characters
      : (characters * room) / (trimWidth * trimHeight);
  const [laid, part] = is === "laying" ? [pages, share] : [0, 0];
  const whole = (laid + expected * trust) / (part + trust);
  // Two figures are as much as anybody knows.
  return Math.max(1, laid, Number((laid + (1 - part) * whole).toPrecision(2)));
}
