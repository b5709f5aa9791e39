/**
 * Let a box beside the argument that is higher than half a page go on over pages: style sheets keep it whole, and it would leave the page
 * before it empty, with the heading that leads to it. Runs in the page, where the document is as wide as its pages, of that height.
 */
export function letLongBoxesBreak(height: number): void {
  const boxes = [...document.body.querySelectorAll<HTMLElement>(".callout")];
  // All reading before all writing: each change would make the next measurement lay out the document again.
  for (const box of boxes.filter(({ offsetHeight }) => offsetHeight > height / 2))
    box.style.breakInside = "auto";
}
