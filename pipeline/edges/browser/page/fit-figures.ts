/**
 * Make pictures lower that would leave their caption, or the headings directly before them, no room on their page: by as many lines as
 * are missing, where something to be seen is left. Runs in the page, where the document is as wide as its pages, of that height.
 */
export function fitFigures(height: number): void {
  const line = Number(document.documentElement.dataset.line ?? 0) || 1;
  const figures = [...document.body.querySelectorAll<HTMLElement>("figure")];
  // All reading before all writing: each change would make the next measurement lay out the document again.
  const found = figures.flatMap((figure) => {
    const box = figure.getBoundingClientRect();
    const pictures = [...figure.querySelectorAll<HTMLElement | SVGElement>(":scope > :is(img, svg)")];
    const heights = pictures.map((picture) => picture.getBoundingClientRect().height);
    const tallest = Math.max(0, ...heights);
    const lower = [firstKept(figure), figure]
      .map((first) => box.bottom - first.getBoundingClientRect().top - height)
      .map((excess) => Math.ceil(Math.max(0, excess) / line) * line)
      .find((excess) => tallest - excess >= height / 3);
    return lower ? [{ pictures, height: tallest - lower }] : [];
  });
  for (const { pictures, height: room } of found)
    for (const picture of pictures) picture.style.maxHeight = `${room}px`;

  /** Find the first of the headings directly before a block; the block itself where there is none. */
  function firstKept(block: Element): Element {
    let first = block;
    for (let at: Element | null = block; at; ) {
      const before: Element | null = at.previousElementSibling;
      if (before) {
        if (!/^h[1-6]$/.test(before.localName)) return first;
        first = before;
        at = before;
      } else {
        at = at.parentElement;
        if (at?.localName !== "section") return first;
      }
    }
    return first;
  }
}
