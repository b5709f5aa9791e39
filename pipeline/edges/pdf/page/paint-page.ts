import type { PDFDocumentProxy } from "pdfjs-dist";

declare global {
  interface Window {
    paintPage: typeof paintPage;
  }
}

/** Paint a page, by index, at so many pixels a point, moved by so many points. Runs in the page. */
export async function paintPage(
  pdf: PDFDocumentProxy,
  index: number,
  scale: number,
  shift: { readonly x: number; readonly y: number },
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(index + 1);
  const viewport = page.getViewport({ scale, offsetX: shift.x * scale, offsetY: shift.y * scale });
  // A page of a poster's size is painted smaller.
  const shrunk = Math.min(1, Math.sqrt(16_000_000 / (viewport.width * viewport.height)));
  const fitted = shrunk < 1 ? page.getViewport({ scale: scale * shrunk }) : viewport;
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(fitted.width);
  canvas.height = Math.ceil(fitted.height);
  const canvasContext = canvas.getContext("2d", { willReadFrequently: true });
  if (!canvasContext) throw new Error("The browser has no canvas");
  await page.render({ canvas: null, canvasContext, viewport: fitted, annotationMode: 0 }).promise;
  page.cleanup();
  return canvas;
}
