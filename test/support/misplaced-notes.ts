import type { Typeset } from "../../pipeline/publication.js";

/** Name the notes that do not begin on the page that holds the first of their calls. */
export function misplacedNotes({ destinations }: Typeset): string[] {
  const pages = new Map(destinations.map(({ id, page }) => [id, page]));
  const firstCalls = new Map<string, number>();
  for (const [id, page] of pages) {
    const note = /^fnref-(.*\d)[a-z]*$/.exec(id)?.[1];
    if (note) firstCalls.set(`fn-${note}`, Math.min(page, firstCalls.get(`fn-${note}`) ?? page));
  }
  return [...firstCalls].filter(([note, page]) => pages.get(note) !== page).map(([note]) => note);
}
