import type { TextProblem } from "../page/shared.js";
import type { ColumnPart, HeadedPage, PlacedBox, Sheet } from "./shared.js";

/**
 * Find the text that stands beyond the paper, beyond the text area of its page, or is wider than the column, box or table cell
 * that it is in; and pictures that are not there or run off the paper. Each element is told once, from its first such word on.
 *
 * Half a line of 18 pixels may hang over, and at the beginning of a line (hung numbers, quotation marks) more than that. What is placed
 * absolutely is where someone wants it: of that only the paper counts. Runs in the page.
 */
export function findColumnOverflow(
  parts: readonly ColumnPart[],
  pages: readonly HeadedPage[],
  sheet: Sheet,
): readonly TextProblem[] {
  const slack = 9;
  const formulas = [...document.querySelectorAll("math")];
  const range = document.createRange();
  const problems: TextProblem[] = [];
  type Bounds = { readonly left: number; readonly right: number };
  let continues = false;

  for (const part of parts) {
    const place = window.steps.locate(part, sheet);
    const sideOf = (page: number) => sheet[pages[part.first + page]?.side ?? "right"];
    const roomOf = (page: number) => {
      const { from, to } = sideOf(page);
      return part.isFull
        ? { left: 0, right: sheet.width, bottom: sheet.height }
        : { left: from, right: to, bottom: sheet.column };
    };
    const trimOf = (page: number) => {
      const left = part.isFull ? sheet.bleed : -sideOf(page).area;
      const top = part.isFull ? sheet.bleed : -sheet.top;
      return { left, top, right: left + sheet.trimWidth, bottom: top + sheet.trimHeight };
    };
    const beyondTrim = (box: PlacedBox) => {
      const trim = trimOf(box.page);
      return Math.max(
        trim.left - box.left,
        box.right - trim.right,
        trim.top - box.top,
        box.bottom - trim.bottom,
      );
    };
    // A block has the same sides on all its pages; null where it is placed absolutely, undefined where only its page bounds it.
    const known = new Map<Element, Bounds | null | undefined>([[part.section, undefined]]);
    const boundsIn = (element: Element): Bounds | null | undefined => {
      if (known.has(element)) return known.get(element);
      const { display, position, marginLeft, marginRight } = getComputedStyle(element);
      const around = element.parentElement ? boundsIn(element.parentElement) : undefined;
      let bounds = around;
      if (position === "absolute" || position === "fixed") bounds = null;
      else if (around !== null && display !== "inline" && display !== "contents") {
        const [box] = element.getClientRects();
        // A box that is drawn out of its own by a negative margin may be wider.
        const isDrawnOut = Number.parseFloat(marginLeft) < 0 || Number.parseFloat(marginRight) < 0;
        if (box) {
          const { left, right } = place(box);
          const outer = isDrawnOut ? undefined : around;
          bounds = {
            left: Math.max(left, outer?.left ?? left),
            right: Math.min(right, outer?.right ?? right),
          };
        }
      }
      known.set(element, bounds);
      return bounds;
    };
    const kindOf = (rect: DOMRect, element: Element): TextProblem["kind"] | undefined => {
      // What has no size is hidden on purpose.
      if (rect.width === 0 || rect.height === 0) return undefined;
      const box = place(rect);
      if (beyondTrim(box) > slack) return "off-paper";
      const bounds = boundsIn(element);
      if (bounds === null) return undefined;
      const isLeftward = getComputedStyle(element).direction === "rtl";
      const past = ({ left, right }: Bounds) => (isLeftward ? left - box.left : box.right - right);
      const room = roomOf(box.page);
      if (box.bottom - room.bottom > slack || past(room) > slack) return "off-area";
      return bounds && past(bounds) > slack ? "off-column" : undefined;
    };
    const report = (
      element: Element,
      kind: TextProblem["kind"],
      text: string,
      page: number,
      picture: boolean,
    ) => {
      problems.push({
        kind,
        text,
        picture,
        place: element.closest("[data-place]")?.getAttribute("data-place") ?? "",
        page: part.first + page,
        continues,
        whole: wholeOf(element),
      });
    };

    for (const element of [part.section, ...part.section.querySelectorAll<HTMLElement | SVGElement>("*")]) {
      if (element.localName === "img" || element.localName === "svg") {
        const rect = element.getBoundingClientRect();
        const isLost = element instanceof HTMLImageElement && element.naturalWidth === 0;
        const isOff = !isLost && rect.width > 0 && beyondTrim(place(rect)) > sheet.bleed + slack;
        const alt = element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? "";
        if (isOff || isLost) report(element, isLost ? "lost" : "off-paper", alt, place(rect).page, true);
        continues = isOff || isLost;
      }
      if (element instanceof SVGElement || element.localName === "style") continue;
      let isShowing = false;
      let hasProblem = false;
      for (const node of element.childNodes) {
        if (!(node instanceof Text) || node.data.trim() === "") continue;
        isShowing = true;
        range.selectNodeContents(node);
        if (![...range.getClientRects()].some((rect) => kindOf(rect, element))) continue;
        if (findIn(node, element)) {
          hasProblem = true;
          break;
        }
      }
      if (isShowing) continues = hasProblem;
    }

    window.steps.tellPart("measuring", part.section, part.pages);

    function findIn(node: Text, element: Element): boolean {
      // Spaces that hang at the end of a line are no words.
      for (const word of node.data.matchAll(/\S+/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        for (const rect of range.getClientRects()) {
          const kind = kindOf(rect, element);
          if (!kind) continue;
          const text = node.data
            .slice(word.index)
            .replace(/[\u00AD\u200B]/g, "")
            .replace(/\s+/g, " ");
          report(element, worstFrom(node, word.index, element) ?? kind, text.trim(), place(rect).page, false);
          return true;
        }
      }
      return false;
    }

    function worstFrom(node: Text, from: number, element: Element): TextProblem["kind"] | undefined {
      range.setStart(node, from);
      range.setEndAfter(node);
      const kinds = [...range.getClientRects()].map((rect) => kindOf(rect, element));
      return (["off-paper", "off-area", "off-column"] as const).find((kind) => kinds.includes(kind));
    }
  }
  return problems;

  function wholeOf(element: Element): TextProblem["whole"] {
    // A table that was cut is one all the same.
    const table = element.closest("table")?.closest("[data-origin]")?.getAttribute("data-origin");
    if (table) return { name: table };
    const formula = element.closest<MathMLElement>("math");
    if (!formula) return undefined;
    return {
      name: `formula ${formulas.indexOf(formula)}`,
      formula: formula.getAttribute("alttext") ?? formula.textContent,
    };
  }
}
