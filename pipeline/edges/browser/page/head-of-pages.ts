import type { NumberedPage } from "./shared.js";

/**
 * Say at the head of a page on which pages that what stands below it is called; undefined where nothing there is called anywhere, or the
 * part wants no such heads. Runs in the page.
 */
export function headOfPages(
  { headPage, headPages }: DOMStringMap,
  /** The page of each call, from 0; undefined of those that are not set yet. */
  calls: readonly (number | undefined)[],
  pages: readonly Pick<NumberedPage, "folio">[],
): string | undefined {
  const known = calls.filter((page) => page !== undefined);
  if (known.length === 0 || headPage === undefined || headPages === undefined) return undefined;
  // A figure may stand behind the text that follows it: the calls in its caption, too.
  const [from = "", to = ""] = [Math.min(...known), Math.max(...known)].map(
    (page) => pages[page]?.folio ?? "",
  );
  if (from === "" || to === "") return undefined;
  return from === to ? headPage.replace("{n}", from) : headPages.replace("{from}", from).replace("{to}", to);
}
