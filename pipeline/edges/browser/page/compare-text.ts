import type { TextProblem } from "./shared.js";

/**
 * Compare what the document showed, which `prepare` kept, with what stands on the pages within their trim.
 *
 * Spaces, soft hyphens and what style sheets generate do not count. Runs in the page.
 */
export function compareText(): readonly TextProblem[] {
  const bare = (text: string) => text.replace(/[\s\u00AD\u200B]/g, "");
  const range = document.createRange();
  const set = new Map<string, { text: string; page: number; outside: boolean }>();
  const isEmpty = (element: Element) => element instanceof HTMLImageElement && element.naturalWidth === 0;

  document.querySelectorAll(".pagedjs_page").forEach((page, index) => {
    const trim = page.querySelector(".pagedjs_pagebox")?.getBoundingClientRect();
    const area = page.querySelector(".pagedjs_area");
    if (!trim || !area) return;
    const overhang = ({ left, right, top, bottom, width, height }: DOMRect) =>
      // What has no size is hidden on purpose.
      width > 0 && height > 0
        ? Math.max(trim.left - left, right - trim.right, trim.top - top, bottom - trim.bottom)
        : 0;
    // Half a line of 18 pixels may hang over.
    const isOutside = (box: DOMRect) => overhang(box) > 9;
    // A picture may run into the bleed.
    const bleed = trim.left - page.getBoundingClientRect().left;
    const isOff = (box: DOMRect) => overhang(box) > bleed + 9;
    for (const element of area.querySelectorAll<HTMLElement>("[data-ref]")) {
      const ref = element.dataset.ref ?? "";
      const shown = window.quoin.shown.get(ref);
      if (!shown || isEmpty(element)) continue;
      let text = "";
      let outside = shown.picture && isOff(element.getBoundingClientRect());
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || bare(node.nodeValue ?? "") === "") continue;
        text += bare(node.nodeValue ?? "");
        if (element instanceof SVGElement) continue;
        range.selectNodeContents(node);
        outside ||= isOutside(range.getBoundingClientRect());
      }
      // Paged.js ends a word that it cut with a hyphen of its own.
      if (element.classList.contains("pagedjs_hyphen")) text = text.replace(/\u2010$/, "");
      const before = set.get(ref) ?? { text: "", page: index, outside: false };
      set.set(ref, { ...before, text: before.text + text, outside: before.outside || outside });
    }
  });

  const problems: TextProblem[] = [];
  let page = 0;
  let continues = false;
  for (const [ref, shown] of window.quoin.shown) {
    const found = set.get(ref);
    page = found?.page ?? page;
    const expected = shown.picture ? "" : bare(shown.text);
    const fine = found?.text === expected && !found.outside;
    if (!fine) {
      const kind = found?.outside
        ? "outside"
        : (found?.text.length ?? 0) > expected.length
          ? "doubled"
          : "lost";
      problems.push({ ...shown, kind, page, continues });
    }
    continues = !fine;
  }
  return problems;
}
