import type {} from "./shared.js";

/**
 * Let the paragraphs behind a piece on a page of its own (`size-page`) go first, as many as the page before it has room for: the title of a
 * chapter that such a piece opens stood alone on a page. Headings directly before the piece then lead to those paragraphs, and do not begin its
 * page. Runs in the page, where the document is as wide as its pages, of that height.
 *
 * Only where less than a page stands before the piece since the beginning of its part, or since another such piece: there it is known how much
 * room is left.
 */
export function fillBeforeFullPages(height: number): void {
  const line = Number(document.documentElement.dataset.line ?? 0);
  if (line === 0) return;
  const isParagraph = (element: Element | null): element is HTMLElement =>
    element instanceof HTMLElement && element.matches("p");
  // All reading before all writing: each change would make the next measurement lay out the document again.
  const found = [...document.body.querySelectorAll<HTMLElement>(":scope > section[data-part]")].flatMap(
    (part) => {
      let from = part.getBoundingClientRect().top;
      let gone = 0;
      return [...part.querySelectorAll<HTMLElement>(".size-page")].map((piece) => {
        const { top, bottom } = piece.getBoundingClientRect();
        const used = top - from - gone;
        // Headings that begin no page have their space above.
        const room = height - (piece.classList.contains("led") ? 4 : 1) * line;
        const first: HTMLElement[] = [];
        gone = 0;
        if (used >= line) {
          for (let next = piece.nextElementSibling; isParagraph(next); next = next.nextElementSibling) {
            const more = next.getBoundingClientRect().bottom - bottom;
            if (used + more > room || hasFootnote(next)) break;
            first.push(next);
            gone = more;
          }
        }
        from = bottom;
        return { piece, first };
      });
    },
  );
  for (const { piece, first } of found) {
    if (first.length === 0) continue;
    piece.before(...first);
    if (!piece.classList.contains("led")) continue;
    piece.classList.remove("led");
    headingOf(piece)?.classList.remove("opens-page");
  }

  /** Say whether a note that belongs to the foot of the page is called, which takes room there. */
  function hasFootnote(paragraph: HTMLElement): boolean {
    const { notes } = window.quoin ?? {};
    return [...paragraph.querySelectorAll(".note-call a")].some((call) =>
      notes?.has(call.getAttribute("href") ?? ""),
    );
  }

  /** Find what begins the page of a piece with the headings directly before it. */
  function headingOf(piece: HTMLElement): Element | undefined {
    const opening = [...(piece.closest("[data-part]")?.querySelectorAll(".opens-page") ?? [])];
    return opening.findLast((each) => each.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_FOLLOWING);
  }
}
