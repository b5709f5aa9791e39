import type { ColumnPart, Sheet } from "./shared.js";

/**
 * Let no part end on a page of a line or two: more lines of the paragraph that its last page begins in, or before, go there. A
 * document asks for it: `data-line` (pixels) and `data-least-lines` on its root. Runs in the page.
 */
export function lengthenEnds(parts: readonly ColumnPart[], sheet: Sheet): void {
  const { line: lineText = "0", leastLines = "0" } = document.documentElement.dataset;
  const line = Number(lineText);
  const least = Number(leastLines) * line;
  if (least === 0) return;

  for (const part of parts) {
    const place = window.steps.locate(part, sheet);
    /** The page on which the part ends, and how much of it is filled. */
    const end = () => {
      const last = [...part.section.getClientRects()].at(-1);
      return last ? { page: place(last).page, height: last.height } : { page: 0, height: least };
    };
    const { page, height } = end();
    if (part.isFull || page === 0 || height >= least) continue;
    const first = window.steps.piecesOf(part, sheet).find((piece) => piece.page - part.first === page);
    const node = first?.node;
    const block = (node instanceof Text ? node.parentElement : node)?.closest<HTMLElement>(
      "p, pre, h2, h3, h4, h5, h6, figure, table, .callout, .series, .pull-quote",
    );
    if (!block) continue;
    const own = [...block.getClientRects()].map(place);
    const goesOn = own.some((box) => box.page < page);
    const paragraph = goesOn ? block : paragraphBefore(block, part.section);
    if (!paragraph?.matches("p")) continue;
    const lineHeight = Number.parseFloat(getComputedStyle(paragraph).lineHeight) || line;
    const there = own.find((box) => box.page === page);
    const linesThere = goesOn && there ? Math.round((there.bottom - there.top) / lineHeight) : 0;
    const missing = Math.max(2, Math.ceil((least - height) / lineHeight));
    const former = { widows: paragraph.style.widows, breakBefore: block.style.breakBefore };
    if (!goesOn) block.style.breakBefore = "avoid";
    for (let more = missing; more <= missing + 3; more++) {
      paragraph.style.widows = String(linesThere + more);
      const now = end();
      if (now.page === page && now.height >= least) break;
      paragraph.style.widows = former.widows;
    }
    const done = end();
    if (done.page === page && done.height >= least) continue;
    paragraph.style.widows = former.widows;
    block.style.breakBefore = former.breakBefore;
  }

  /** Find the paragraph that stands right before a block, where nothing but paragraphs is between. */
  function paragraphBefore(block: Element, section: Element): HTMLElement | null {
    let element: Element | null = block;
    while (element && element !== section && !element.previousElementSibling) element = element.parentElement;
    const before = element === section ? null : element?.previousElementSibling;
    return before instanceof HTMLElement ? before : null;
  }
}
