import type { TextProblem } from "./shared.js";

/**
 * Find the text that stands on a page but not in its place: beyond the paper, beyond the text area of its page, or wider than the
 * column, box or table cell that it is in. Each element is reported once, from its first such word on; pictures are where they
 * run off the paper.
 *
 * Half a line of 18 pixels may hang over, and at the beginning of a line (hung numbers, quotation marks) more than that. What is placed
 * absolutely is where someone wants it: of that only the paper counts. Runs in the page.
 */
export function findOverflow(): readonly TextProblem[] {
  const slack = 9;
  const range = document.createRange();
  const found = new Map<string, TextProblem>();
  type Kind = TextProblem["kind"];
  /** Where the words in a block end at the latest, on either side; undefined where the block is placed absolutely. */
  type Bounds = { readonly left: number; readonly right: number } | undefined;

  document.querySelectorAll(".pagedjs_page").forEach((page, index) => {
    const trim = page.querySelector(".pagedjs_pagebox")?.getBoundingClientRect();
    const area = page.querySelector(".pagedjs_area");
    if (!trim || !area) return;
    const room = area.getBoundingClientRect();
    // The text ends above the notes at the foot of its page.
    const foot = area.querySelector(".footnotes");
    const floor = foot?.getBoundingClientRect().top ?? room.bottom;
    const bottomOf = (element: Element) => (foot?.contains(element) ? room.bottom : floor);
    const bleed = trim.left - page.getBoundingClientRect().left;
    const beyond = (box: DOMRect, edge: { left: number; right: number; top: number; bottom: number }) =>
      Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);

    const known = new Map<Element, Bounds>([[area, room]]);
    const boundsIn = (element: Element): Bounds => {
      if (known.has(element)) return known.get(element);
      const { display, position, marginLeft, marginRight } = getComputedStyle(element);
      const around = element.parentElement ? boundsIn(element.parentElement) : room;
      let bounds = around;
      if (position === "absolute" || position === "fixed") bounds = undefined;
      else if (around && display !== "inline" && display !== "contents") {
        const { left, right } = element.getBoundingClientRect();
        // A box that is drawn out of its own by a negative margin may be wider.
        const isDrawnOut = Number.parseFloat(marginLeft) < 0 || Number.parseFloat(marginRight) < 0;
        const outer = isDrawnOut ? room : around;
        bounds = { left: Math.max(left, outer.left), right: Math.min(right, outer.right) };
      }
      known.set(element, bounds);
      return bounds;
    };
    const kindOf = (box: DOMRect, element: Element): Kind | undefined => {
      // What has no size is hidden on purpose.
      if (box.width === 0 || box.height === 0) return undefined;
      if (beyond(box, trim) > slack) return "off-paper";
      const bounds = boundsIn(element);
      if (!bounds) return undefined;
      const end = ({ left, right }: { left: number; right: number }) =>
        getComputedStyle(element).direction === "rtl" ? left - box.left : box.right - right;
      if (box.bottom - bottomOf(element) > slack || end(room) > slack) return "off-area";
      return end(bounds) > slack ? "off-column" : undefined;
    };

    for (const element of area.querySelectorAll<HTMLElement>("[data-ref]")) {
      // A row that was parted has its name on each part.
      const ref = (element.dataset.ref ?? "").replace(/_\d+$/, "");
      const shown = window.quoin.shown.get(ref);
      if (!shown || found.has(ref)) continue;
      const report = (kind: Kind, text: string) =>
        found.set(ref, { ...shown, text, kind, page: index, continues: false, whole: wholeOf(element) });
      const isEmpty = element instanceof HTMLImageElement && element.naturalWidth === 0;
      const box = shown.picture && !isEmpty ? element.getBoundingClientRect() : undefined;
      if (box && beyond(box, trim) > bleed + slack) report("off-paper", shown.text);
      else if (box && foot && box.bottom - bottomOf(element) > slack) report("off-area", shown.text);
      if (shown.picture || element instanceof SVGElement) continue;
      for (const node of element.childNodes) {
        if (!(node instanceof Text) || node.data.trim() === "") continue;
        range.selectNodeContents(node);
        if (!kindOf(range.getBoundingClientRect(), element)) continue;
        // Spaces that hang at the end of a line are no words.
        for (const word of node.data.matchAll(/\S+/g)) {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const kind = kindOf(range.getBoundingClientRect(), element);
          if (!kind) continue;
          range.setEndAfter(node);
          const text = range.toString().replace(/[\u00AD\u200B]/g, "");
          report(kindOf(range.getBoundingClientRect(), element) ?? kind, text.replace(/\s+/g, " ").trim());
          break;
        }
      }
    }
  });

  function wholeOf(element: Element): TextProblem["whole"] {
    const table = element.closest("table");
    const whole = table ?? element.closest("math");
    const name = whole?.getAttribute("data-ref");
    if (!whole || !name) return undefined;
    return { name, formula: table ? undefined : (whole.getAttribute("alttext") ?? whole.textContent) };
  }

  let before = "";
  return [...window.quoin.shown.keys()].flatMap((ref, index, refs) => {
    const problem = found.get(ref);
    if (!problem) return [];
    const continues = before !== "" && before === refs[index - 1];
    before = ref;
    return [{ ...problem, continues }];
  });
}
