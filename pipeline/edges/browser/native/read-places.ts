import type { Destination, Picture } from "../../../publication.js";
import type { ColumnPart, HeadedPage, PlacedBox, Sheet } from "./shared.js";

/** Read where every id and every picture stands, in CSS pixels from the trim of its page. Runs in the page. */
export function readPlaces(
  parts: readonly ColumnPart[],
  pages: readonly HeadedPage[],
  sheet: Sheet,
): { readonly destinations: readonly Destination[]; readonly pictures: readonly Picture[] } {
  const destinations: Destination[] = [];
  const pictures: Picture[] = [];
  for (const part of parts) {
    const place = window.steps.locate(part, sheet);
    const onPaper = (box: PlacedBox) => {
      const page = part.first + box.page;
      const x = part.isFull ? -sheet.bleed : sheet[pages[page]?.side ?? "right"].area;
      const y = part.isFull ? -sheet.bleed : sheet.top;
      return { page, left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
    };
    const firstBox = (element: Element) => element.getClientRects()[0] ?? element.getBoundingClientRect();
    for (const target of [part.section, ...part.section.querySelectorAll("[id]")]) {
      if (!target.id) continue;
      const { page, left, top } = onPaper(place(firstBox(target)));
      destinations.push({ id: target.id, page, x: left, y: top });
    }
    for (const picture of part.section.querySelectorAll("img[alt], svg[aria-label]")) {
      const figure = picture.closest("figure");
      const isAlone = figure?.querySelectorAll("img, svg").length === 1;
      const alt = picture.getAttribute("alt") ?? picture.getAttribute("aria-label") ?? "";
      pictures.push({ alt, ...onPaper(place(firstBox(isAlone ? figure : picture))) });
    }
  }
  return { destinations, pictures };
}
