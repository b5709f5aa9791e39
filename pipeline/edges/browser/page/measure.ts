import type { Destination, SheetGeometry } from "../../../publication.js";

/** Measure where every id stands and how large the sheet came out, in CSS pixels. Runs in the page. */
export function measure(): {
  readonly destinations: readonly Destination[];
  readonly geometry: SheetGeometry;
} {
  const destinations: Destination[] = [];
  const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")];
  let geometry = { trimWidth: 0, trimHeight: 0, bleed: 0 };
  pages.forEach((element, page) => {
    const box = element.querySelector(".pagedjs_pagebox");
    if (!box) return;
    const trim = box.getBoundingClientRect();
    if (page === 0) {
      const bleed = trim.left - element.getBoundingClientRect().left;
      geometry = { trimWidth: trim.width, trimHeight: trim.height, bleed };
    }
    for (const target of box.querySelectorAll("[id]")) {
      const { left, top } = target.getBoundingClientRect();
      destinations.push({ id: target.id, page, x: left - trim.left, y: top - trim.top });
    }
  });
  return { destinations, geometry };
}
