import type {} from "./shared.js";

/**
 * Install that a page's end may lie between no two blocks that are kept together, however many are. Runs in the page.
 *
 * Paged.js takes one block along: of a heading, a heading below it and a line that is kept with the next one, the last alone.
 */
export function installKeptChains(): void {
  const { Paged } = window;
  const before = (element: Element): Element | undefined => {
    let found = element.previousElementSibling;
    while (found && getComputedStyle(found).display === "none") found = found.previousElementSibling;
    return found ?? undefined;
  };
  /** What must come along where a page would end before a block; undefined where nothing must, or all of the page. */
  const firstKept = (block: Element, page: Element): Element | undefined => {
    let first: Element | undefined;
    for (let at = block; at !== page; ) {
      const previous = before(at);
      if (previous) {
        if ((at as HTMLElement).dataset.previousBreakAfter !== "avoid") return first;
        first = previous;
        at = previous;
      } else {
        const { parentElement } = at;
        if (!parentElement) return undefined;
        at = parentElement;
      }
    }
    return undefined;
  };
  Paged.registerHandlers(
    class extends Paged.Handler {
      onOverflow(overflow?: Range, rendered?: Element): Range | undefined {
        if (!overflow || !rendered) return undefined;
        const { startContainer, startOffset } = overflow;
        const block = startContainer instanceof Element ? startContainer.childNodes[startOffset] : undefined;
        const first = block instanceof Element ? firstKept(block, rendered) : undefined;
        if (!first) return undefined;
        const kept = overflow.cloneRange();
        kept.setStartBefore(first);
        return kept;
      }
    },
  );
}
