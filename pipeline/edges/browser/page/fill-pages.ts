import type { BreakToken, PagePlace, SetPage, TrialPage } from "./shared.js";

/**
 * Install two judgements of a compositor, made by setting a page on trial before it is final: where a figure does not fit,
 * the text behind it goes first and the figure heads the next page; and no part ends on a page of a line or two, since the
 * page before it is kept shorter.
 *
 * A document asks for it: `data-drift` on figures, `data-line` (pixels) and `data-least-lines` on its root. Runs in the page.
 */
export function installPageFilling(): void {
  const { Paged, quoin } = window;
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
  const textHeight = (page: TrialPage) => {
    const { top } = page.area.getBoundingClientRect();
    const blocks = [...page.area.querySelectorAll("p, figure, table, pre, hr, aside")];
    return Math.max(0, ...blocks.map((block) => block.getBoundingClientRect().bottom - top));
  };
  const holds = (page: TrialPage, element: HTMLElement) =>
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
        if (!content || !chunker) return;
        const first: PagePlace = { ...quoin.place, token: from || false };
        let shorter = 0;
        let tried: { readonly place: PagePlace; readonly less: number; readonly set: SetPage } | undefined;
        const set = async (place = first, less = shorter): Promise<SetPage> => {
          const done = await quoin.setPage(page, content, place, chunker.maxChars, less);
          tried = { place, less, set: done };
          return done;
        };

        const isAhead = (figure: Element) =>
          begin.node !== figure &&
          Boolean((begin.node?.compareDocumentPosition(figure) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING);
        /** The first figure behind the page's begin: to compare the places of all takes longer than to set the page. */
        const nextFigure = () => {
          const figures = part?.querySelectorAll("[data-drift]") ?? [];
          let [low, high] = [0, figures.length];
          while (low < high) {
            const middle = (low + high) >> 1;
            const figure = figures[middle];
            if (figure && isAhead(figure)) high = middle;
            else low = middle + 1;
          }
          return figures[low];
        };
        const isNear = (figure: Element) =>
          textBetween(begin, (range) => range.setEndBefore(figure)) < pageful;
        if (line > 0 && part) {
          const figure = nextFigure();
          if (figure && isNear(figure)) await drift();
          if (textBetween(begin, (range) => range.setEndAfter(part)) < pageful) await lengthenEnd(part);
        }
        if (!tried && quoin.notes.size === 0) return;
        // The last trial is the page itself.
        const isSet = tried?.place === first && tried.less === shorter;
        const { token, rest, begun } = isSet && tried ? tried.set : await set();
        quoin.place = { rest, begun };
        page.layout = async () => token || undefined;

        async function drift(): Promise<void> {
          for (;;) {
            const { token } = await set();
            const figure = token ? token.node : undefined;
            if (!(figure instanceof HTMLElement) || !figure.matches("[data-drift]")) return;
            const paragraph = follower(figure);
            const free = page.area.getBoundingClientRect().height - textHeight(page);
            if (!paragraph || free < 3 * line) return;
            const { parentNode, nextSibling, previousElementSibling } = figure;
            paragraph.after(figure);
            await set();
            if (!holds(page, paragraph)) {
              parentNode?.insertBefore(figure, nextSibling);
              tried = undefined;
              return;
            }
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
          if (!end.token || partOf(end.token) !== whole) return;
          if (textBetween(end.token, (range) => range.setEndAfter(whole)) > 600) return;
          const next = await set(end);
          const missing = Math.ceil((least - textHeight(page) - next.notesHeight) / line);
          if ((next.token && partOf(next.token) === whole) || missing < 1) return;
          const fewest = missing + Math.floor(end.free / line);
          for (let lines = fewest; lines <= fewest + 3; lines++) {
            const start = await set(first, lines * line);
            if (!start.token || partOf(start.token) !== whole) return;
            const last = await set(start, 0);
            if (textHeight(page) + last.notesHeight < least) continue;
            shorter = lines * line;
            return;
          }
        }
      }
    },
  );
}
