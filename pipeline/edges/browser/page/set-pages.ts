import type { NumberedPage, SetPages } from "./shared.js";
import type {} from "./steps.js";

/** Set the loaded document into pages and measure them; false where more than `limit` would be needed. Runs in the page. */
export async function setPages(limit: number): Promise<SetPages | false> {
  const { steps } = window;
  steps.prepare();
  steps.installNumbering();
  steps.installPageFilling();
  steps.installWholeWords();
  const pages: readonly NumberedPage[] | false = await steps.paginate(limit);
  if (!pages) return false;
  steps.settle();
  steps.dropSoftHyphens();
  const problems = [...steps.compareText(), ...steps.findOverflow()];
  return { pages, problems, ...steps.measure(), starts: steps.measureStarts() };
}
