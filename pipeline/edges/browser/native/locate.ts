import type { ColumnPart, PlacedBox, Sheet } from "./shared.js";

/** Make what tells on which page of a part, and where there, a box stands. Runs in the page. */
export function locate(part: ColumnPart, sheet: Sheet): (box: DOMRect) => PlacedBox {
  const gap = 3000;
  const step = (part.isFull ? sheet.width : sheet.area) + gap;
  const { left, top } = part.columns.getBoundingClientRect();
  return (box) => {
    const page = Math.max(0, Math.floor((box.left - left + gap / 2) / step));
    const x = box.left - left - page * step;
    const y = box.top - top;
    return { page, left: x, top: y, right: x + box.width, bottom: y + box.height };
  };
}
