import type { SheetGeometry } from "../../../publication.js";
import type { Sheet } from "./shared.js";

/**
 * Read the page from the style sheets that are written for Paged.js: its margins from `@page`, and what parts keep free beside
 * their lines from the rules for `.pagedjs_left_page` and `.pagedjs_right_page`. Runs in the page.
 *
 * Chromium cuts off what leaves the area inside the margins, and lays all pages out alike: the area takes in what either side
 * may use beside the lines, and is shifted so that the lines stand where they should.
 */
export function readSheet({ trimWidth, trimHeight, bleed: asked }: SheetGeometry): Sheet {
  const probe = document.createElement("div");
  document.body.append(probe);
  const pixels = (length: string): number => {
    probe.style.marginLeft = length;
    return Number.parseFloat(getComputedStyle(probe).marginLeft) || 0;
  };
  const margins = { top: 0, bottom: 0, left: { left: 0, right: 0 }, right: { left: 0, right: 0 } };
  const full: string[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSPageRule)) continue;
      const selector = rule.selectorText.trim();
      const length = (edge: string) => rule.style.getPropertyValue(`margin-${edge}`);
      if (/^[\w-]+$/.test(selector)) {
        const edges = ["top", "right", "bottom", "left"].map(length);
        if (edges.every((edge) => edge !== "" && pixels(edge) === 0)) full.push(selector);
      } else if (selector === "" || selector === ":left" || selector === ":right") {
        if (selector === "" && length("top")) margins.top = pixels(length("top"));
        if (selector === "" && length("bottom")) margins.bottom = pixels(length("bottom"));
        for (const side of ["left", "right"] as const) {
          if (selector !== "" && selector !== `:${side}`) continue;
          if (length("left")) margins[side].left = pixels(length("left"));
          if (length("right")) margins[side].right = pixels(length("right"));
        }
      }
    }
  }

  const paddingOn = (side: "left" | "right") => {
    const { className } = probe;
    probe.className = `pagedjs_${side}_page`;
    const section = document.createElement("section");
    section.dataset.part = "";
    probe.append(section);
    const { paddingLeft, paddingRight } = getComputedStyle(section);
    const padding = { left: Number.parseFloat(paddingLeft), right: Number.parseFloat(paddingRight) };
    section.remove();
    probe.className = className;
    return padding;
  };
  const isLeftward = getComputedStyle(document.documentElement).direction === "rtl";
  const padding = { left: paddingOn("left"), right: paddingOn("right") };
  probe.remove();

  // Letters lean out of their lines a little.
  const overhang = 16;
  const before = Math.ceil(Math.max(padding.left.left, padding.right.left, overhang));
  const after = Math.ceil(Math.max(padding.left.right, padding.right.right, overhang));
  const widthOf = (side: "left" | "right") =>
    trimWidth - margins[side].left - margins[side].right - padding[side].left - padding[side].right;
  const measure = Math.floor(Math.min(widthOf("left"), widthOf("right")) + 0.01);
  const boxOf = (side: "left" | "right") => ({
    area: Math.round(margins[side].left + padding[side].left) - before,
    from: before - padding[side].left,
    to: before + measure + padding[side].right,
  });
  const [left, right] = [boxOf("left"), boxOf("right")];
  const area = before + measure + after;
  const bleed = Math.max(Math.ceil(asked), -left.area, -right.area);
  // Chromium rounds sheets to whole points: three of them are four pixels.
  const whole = (length: number) => Math.ceil(length / 4) * 4;
  const top = Math.round(margins.top);
  return {
    trimWidth,
    trimHeight,
    bleed,
    width: whole(bleed + Math.max(trimWidth + bleed, left.area + area, right.area + area)),
    height: whole(trimHeight + 2 * bleed),
    top,
    column: Math.floor(trimHeight - top - margins.bottom + 0.01),
    area,
    before,
    after,
    left,
    right,
    opensOn: isLeftward ? "left" : "right",
    full,
  };
}
