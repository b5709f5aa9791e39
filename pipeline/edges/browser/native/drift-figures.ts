import type { ColumnPart, Sheet } from "./shared.js";

/**
 * Where a figure does not fit on a page, let the paragraphs behind it go first, so that it heads the next page. A document asks for
 * it: `data-drift` on figures, `data-line` (pixels) on its root. Runs in the page.
 *
 * Every trial lays a part out anew: a part of hundreds of figures gets as many trials as take time in proportion to its length.
 */
export function driftFigures(parts: readonly ColumnPart[], sheet: Sheet): void {
  const line = Number(document.documentElement.dataset.line ?? 0);
  if (line === 0) return;
  const lastBox = (element: Element | null | undefined) => [...(element?.getClientRects() ?? [])].at(-1);

  for (const part of parts) {
    if (part.isFull) continue;
    const place = window.steps.locate(part, sheet);
    let trials = 100;
    for (const figure of part.section.querySelectorAll<HTMLElement>("[data-drift]")) {
      const around = figure.parentElement;
      const unit = around?.matches("[data-sided]") ? around : figure;
      while (trials > 0 && drift(figure, unit)) trials -= 1;
    }

    /** Let one paragraph go before a figure; false where that is not to be done. */
    function drift(figure: HTMLElement, unit: HTMLElement): boolean {
      const [box] = figure.getClientRects();
      const before = lastBox(boxBefore(unit));
      if (!box || !before) return false;
      const page = place(box).page;
      const last = place(before);
      if (last.page !== page - 1 || sheet.column - last.bottom < 3 * line) return false;
      const paragraph = follower(unit);
      if (!paragraph) return false;
      const { parentNode, nextSibling, previousElementSibling } = unit;
      paragraph.after(unit);
      const [first] = paragraph.getClientRects();
      if (!first || place(first).page >= page) {
        parentNode?.insertBefore(unit, nextSibling);
        return false;
      }
      if (previousElementSibling?.matches("p") && previousElementSibling.nextElementSibling === paragraph)
        paragraph.classList.add("indented");
      return true;
    }
  }

  /** Find the last element before another that has a box of its own and nothing after it. */
  function boxBefore(unit: Element): Element | undefined {
    let element: Element | null = unit;
    while (element && !element.previousElementSibling) {
      element = element.parentElement;
      if (element?.matches("[data-part]")) return undefined;
    }
    const found = element?.previousElementSibling;
    return found?.matches("[data-sided]") ? (found.firstElementChild ?? found) : (found ?? undefined);
  }

  /** Find the paragraph that may go before a figure: the next one, or the first of the section that follows. */
  function follower(unit: Element): HTMLElement | null {
    const parent = unit.parentElement;
    const next =
      unit.nextElementSibling ?? (parent?.matches("[data-part]") ? null : parent?.nextElementSibling);
    if (next?.matches("section:not([data-part])")) return next.querySelector<HTMLElement>(":scope > p");
    return next instanceof HTMLElement && next.matches("p") ? next : null;
  }
}
