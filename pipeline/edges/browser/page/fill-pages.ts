import type {} from "./shared.js";

/** A place in the source where a page ends: a node, and how much of its text is already set. */
interface BreakToken {
  readonly node?: Node | undefined;
  readonly offset?: number;
}

/** A page of Paged.js that can be set, and set again. */
interface TrialPage {
  readonly element: HTMLElement;
  readonly area: HTMLElement;
  layout(
    content: DocumentFragment,
    from: BreakToken | false,
    maxChars: number,
  ): Promise<BreakToken | undefined>;
}

/**
 * Install two judgements of a compositor, made by setting a page on trial before it is final: where a figure does not fit,
 * the text behind it goes first and the figure heads the next page; and no part ends on a page of a line or two, since the
 * page before it is kept shorter.
 *
 * A document asks for it: `data-drift` on figures, `data-line` (pixels) and `data-least-lines` on its root. Runs in the page.
 */
export function installPageFilling(): void {
  const { Paged } = window;
  const { line: lineText, leastLines } = document.documentElement.dataset;
  const line = Number(lineText ?? 0);
  const least = Number(leastLines ?? 0) * line;
  /** More characters than any page holds: what lies behind them cannot concern it. */
  const pageful = 3600;

  const partOf = ({ node }: BreakToken) =>
    (node instanceof Element ? node : node?.parentElement)?.closest("[data-part]");
  const textBetween = ({ node, offset = 0 }: BreakToken, setEnd: (range: Range) => void): number => {
    const range = document.createRange();
    if (node instanceof Text) range.setStart(node, offset);
    else if (node) range.setStartBefore(node);
    setEnd(range);
    return range.toString().length;
  };
  const setHeight = (page: TrialPage) => {
    const { top } = page.area.getBoundingClientRect();
    const blocks = [...page.area.querySelectorAll("p, figure, table, pre, hr, aside")];
    return Math.max(0, ...blocks.map((block) => block.getBoundingClientRect().bottom - top));
  };
  const isSet = (page: TrialPage, element: HTMLElement) =>
    page.area.querySelector(`[data-ref="${element.dataset.ref}"]`) !== null;

  /** Find the paragraph that may go before a figure: the next one, or the first of the section that follows. */
  const follower = (figure: Element): HTMLElement | null => {
    const parent = figure.parentElement;
    const next =
      figure.nextElementSibling ?? (parent?.matches("[data-part]") ? null : parent?.nextElementSibling);
    return next?.matches("section:not([data-part])")
      ? next.querySelector<HTMLElement>(":scope > p")
      : next instanceof HTMLElement && next.matches("p")
        ? next
        : null;
  };

  Paged.registerHandlers(
    class extends Paged.Handler {
      async beforePageLayout(
        page: TrialPage,
        content?: DocumentFragment,
        from?: BreakToken | false,
        chunker?: { maxChars: number },
      ) {
        // The first page begins with no token, a blank page comes without content.
        const begin = from || { node: content?.querySelector("[data-part]") ?? undefined };
        const part = partOf(begin);
        if (line === 0 || !content || !part || !chunker) return;
        const set = (start: BreakToken | false = from || false) =>
          page.layout(content, start, chunker.maxChars);
        const shorten = (height: number) =>
          page.element.style.setProperty("--pagedjs-footnotes-height", `${height}px`);

        const isNear = (figure: Element) =>
          begin.node !== figure &&
          Boolean((begin.node?.compareDocumentPosition(figure) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) &&
          textBetween(begin, (range) => range.setEndBefore(figure)) < pageful;
        if ([...part.querySelectorAll("[data-drift]")].some(isNear)) await drift();
        if (textBetween(begin, (range) => range.setEndAfter(part)) < pageful) await lengthenEnd(part);

        async function drift(): Promise<void> {
          for (;;) {
            const figure = (await set())?.node;
            if (!(figure instanceof HTMLElement) || !figure.matches("[data-drift]")) return;
            const paragraph = follower(figure);
            const free = page.area.getBoundingClientRect().height - setHeight(page);
            if (!paragraph || free < 3 * line) return;
            const { parentNode, nextSibling, previousElementSibling } = figure;
            paragraph.after(figure);
            await set();
            if (!isSet(page, paragraph)) return void parentNode?.insertBefore(figure, nextSibling);
            if (
              previousElementSibling?.matches("p") &&
              previousElementSibling.nextElementSibling === paragraph
            ) {
              paragraph.classList.add("indented");
            }
          }
        }

        async function lengthenEnd(whole: Element): Promise<void> {
          const end = await set();
          if (!end || partOf(end) !== whole) return;
          if (textBetween(end, (range) => range.setEndAfter(whole)) > 600) return;
          const next = await set(end);
          const missing = Math.ceil((least - setHeight(page)) / line);
          if ((next && partOf(next) === whole) || missing < 1) return;
          for (let lines = missing; lines <= missing + 3; lines++) {
            shorten(lines * line);
            const start = await set();
            shorten(0);
            if (!start || partOf(start) !== whole) return;
            await set(start);
            if (setHeight(page) >= least) return shorten(lines * line);
          }
        }
      }
    },
  );
}
