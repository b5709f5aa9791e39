import type { TextProblem } from "./shared.js";

/**
 * Compare what the document showed, which `prepare` kept, with what stands on the pages, in order.
 *
 * Spaces, soft hyphens and what style sheets generate do not count. Runs in the page.
 */
export function compareText(): readonly TextProblem[] {
  const bare = (text: string) => text.replace(/[\s\u00AD\u200B]/g, "");
  const set = new Map<string, { text: string; page: number }>();
  const isEmpty = (element: Element) => element instanceof HTMLImageElement && element.naturalWidth === 0;

  document.querySelectorAll(".pagedjs_page").forEach((page, index) => {
    const area = page.querySelector(".pagedjs_area");
    if (!area) return;
    for (const element of area.querySelectorAll<HTMLElement>("[data-ref]")) {
      // A row that was parted has its name on each part.
      const ref = (element.dataset.ref ?? "").replace(/_\d+$/, "");
      const shown = window.quoin.shown.get(ref);
      if (!shown || isEmpty(element)) continue;
      let text = "";
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) text += bare(node.nodeValue ?? "");
      }
      // Paged.js ends a word that it cut with a hyphen of its own.
      if (element.classList.contains("pagedjs_hyphen")) text = text.replace(/\u2010$/, "");
      const before = set.get(ref) ?? { text: "", page: index };
      set.set(ref, { ...before, text: before.text + text });
    }
  });

  const problems: TextProblem[] = [];
  let page = 0;
  let continues = false;
  for (const [ref, shown] of window.quoin.shown) {
    const found = set.get(ref);
    page = found?.page ?? page;
    const expected = shown.picture ? "" : bare(shown.text);
    const fine = found?.text === expected;
    if (!fine) {
      const kind = (found?.text.length ?? 0) > expected.length ? "doubled" : "lost";
      problems.push({ ...shown, kind, page, continues });
    }
    continues = !fine;
  }
  return problems;
}
