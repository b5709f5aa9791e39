import type { ShownPage } from "../state.js";
import { openPdf } from "./pdf-files.js";

/** A page on the screen: it keeps its last picture until the next one is drawn. */
export interface PageSlot {
  readonly element: HTMLElement;
  /** Say what the page is now. */
  set(page: ShownPage): void;
  /** Say whether it is near what is seen: only there pages are drawn, far from it they are forgotten. */
  near(is: "near" | "far"): void;
  /** Draw it anew at the size that it has now. */
  resize(): void;
}

/** Make the element of a page; `drawn` is told the size of a page in points, as soon as one is known. */
export function pageSlot(sized: (width: number, height: number) => void): PageSlot {
  const element = document.createElement("figure");
  element.className = "page";
  let page: ShownPage | undefined;
  let isNear = false;
  let wanted = "";
  let drawn = "";

  const draw = async (): Promise<void> => {
    if (!isNear || !page) return;
    const { pdf: address, index, bleed } = page;
    const key = `${address} ${index} ${element.clientWidth} ${devicePixelRatio}`;
    if (key === wanted) return;
    wanted = key;
    const pdf = await openPdf(address);
    const sheet = await pdf.getPage(index + 1);
    const sheetSize = sheet.getViewport({ scale: 1 });
    const [width, height] = [sheetSize.width - 2 * bleed, sheetSize.height - 2 * bleed];
    sized(width, height);
    const scale = (element.clientWidth / width) * devicePixelRatio;
    const viewport = sheet.getViewport({ scale, offsetX: -bleed * scale, offsetY: -bleed * scale });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    await sheet.render({ canvas, viewport }).promise;
    if (key !== wanted) return;
    drawn = key;
    element.replaceChildren(canvas);
    element.dataset.drawn = address;
  };
  // A PDF that was replaced while it was drawn is drawn no more: its successor is on its way.
  const redraw = () => {
    draw().catch(() => {
      wanted = drawn;
    });
  };

  return {
    element,
    set(next) {
      page = next;
      element.dataset.side = next.side;
      element.dataset.folio = next.folio;
      element.dataset.part = next.part;
      element.setAttribute("aria-label", next.folio ? `Page ${next.folio}` : "Page without a number");
      element.setAttribute("role", "img");
      redraw();
    },
    near(is) {
      isNear = is === "near";
      if (isNear) redraw();
      else {
        wanted = drawn = "";
        element.replaceChildren();
        delete element.dataset.drawn;
      }
    },
    resize: redraw,
  };
}
