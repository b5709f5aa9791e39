import type { Destination, Picture, SheetGeometry } from "../../../publication.js";

/** Measure where every id and every picture stands and how large the sheet came out, in CSS pixels. Runs in the page. */
export function measure(): {
  readonly destinations: readonly Destination[];
  readonly pictures: readonly Picture[];
  readonly geometry: SheetGeometry;
} {
  const destinations: Destination[] = [];
  const pictures: Picture[] = [];
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
    for (const picture of box.querySelectorAll("img[alt], svg[aria-label]")) {
      const figure = picture.closest("figure");
      const isAlone = figure?.querySelectorAll("img, svg").length === 1;
      const { left, top, right, bottom } = (isAlone ? figure : picture).getBoundingClientRect();
      pictures.push({
        alt: picture.getAttribute("alt") ?? picture.getAttribute("aria-label") ?? "",
        page,
        left: left - trim.left,
        top: top - trim.top,
        right: right - trim.left,
        bottom: bottom - trim.top,
      });
    }
  });
  return { destinations, pictures, geometry };
}
