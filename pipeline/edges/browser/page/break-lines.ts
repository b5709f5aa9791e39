import type { PagedLayout } from "./shared.js";

/**
 * Install that a page may end before white space that begins a line, as indented code does. Runs in the page.
 *
 * Paged.js looks for the word at which a text leaves the page. Where its white space alone does, as far as the next element, it finds
 * none, and lets all that follows run off the paper.
 */
export function installLineBreaks(): void {
  const { Paged } = window;
  /** Find the first white space at the end of a text that stands in no line of the page: below it, or in a column beside. */
  const spaceBeyond = (text: Text, right: number, bottom: number): number | undefined => {
    const range = document.createRange();
    for (let offset = text.data.trimEnd().length; offset < text.length; offset++) {
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      const box = range.getBoundingClientRect();
      if (Math.round(box.left) >= right || Math.round(box.top) >= bottom) return offset;
    }
    return undefined;
  };
  Paged.registerHandlers(
    class extends Paged.Handler {
      onPageLayout(_wrapper: HTMLElement, _from: unknown, layout: PagedLayout): void {
        const { textBreak } = layout;
        layout.textBreak = (text, start, end, top, bottom) =>
          textBreak.call(layout, text, start, end, top, bottom) ?? spaceBeyond(text, end, bottom);
      }
    },
  );
}
