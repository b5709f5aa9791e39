import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ShownPage } from "../state.js";
import { changeBar, compareCanvases } from "./change-bar.js";
import { inTurn } from "./in-turn.js";
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

/** Who wants to know of a page. */
export interface PageWatcher {
  /** Is told the size of a page in points, as soon as one is known. */
  sized(width: number, height: number): void;
  /** Is told that a page which was shown looks otherwise now. */
  changed(page: ShownPage): void;
}

/** Pages drawn side by side are all ready late: this way the one that is looked at, which asks first, is ready before the others. */
const turn = inTurn();

/** Make the element of a page. */
export function pageSlot({ sized, changed }: PageWatcher): PageSlot {
  const element = document.createElement("figure");
  element.className = "page";
  let page: ShownPage | undefined;
  let isNear = false;
  let wanted = "";
  let drawn = "";
  /** The page whose picture is shown: another one that took its place has not changed. */
  let shown = "";

  const draw = async (): Promise<void> => {
    if (!isNear || !page) return;
    const now = page;
    const { pdf: address, index } = now;
    const key = `${address} ${index} ${element.clientWidth} ${devicePixelRatio}`;
    if (key === wanted) return;
    wanted = key;
    const pdf = await openPdf(address);
    await turn(() => drawNow(pdf, now, key));
  };
  const drawNow = async (pdf: PDFDocumentProxy, now: ShownPage, key: string): Promise<void> => {
    if (key !== wanted) return;
    const { pdf: address, index, bleed } = now;
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
    const before = element.querySelector("canvas");
    if (before) before.replaceWith(canvas);
    else element.prepend(canvas);
    // The pages around it are drawn first.
    if (before && shown === nameOf(now)) setTimeout(() => mark(now, before, canvas), 50);
    shown = nameOf(now);
    element.dataset.drawn = address;
  };
  const mark = (now: ShownPage, before: HTMLCanvasElement, after: HTMLCanvasElement) => {
    const isDrawn = element.querySelector("canvas") !== null;
    const rows = isDrawn ? compareCanvases(before, after) : undefined;
    if (!rows) return;
    element.querySelector(".change")?.remove();
    element.append(changeBar(rows, label));
    label();
    changed(now);
  };
  const label = () => {
    const name = page?.folio ? `Page ${page.folio}` : "Page without a number";
    element.setAttribute("aria-label", element.querySelector(".change") ? `${name}, changed` : name);
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
      element.setAttribute("role", "img");
      label();
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

function nameOf({ part, folio }: ShownPage): string {
  return `${part} ${folio}`;
}
