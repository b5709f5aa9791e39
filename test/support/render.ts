import { createCanvas } from "@napi-rs/canvas";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A page as pixels: four bytes each, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Render a page (from 1) as PDF.js sees it, at so many dots an inch. */
export async function render(pdf: PDFDocumentProxy, number: number, dpi: number): Promise<Pixels> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dpi / 72 });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const canvas = createCanvas(width, height);
  const canvasContext = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  return { width, height, data: canvas.getContext("2d").getImageData(0, 0, width, height).data };
}

/** The colour of a pixel, alpha left out. */
export function pixelAt({ data, width }: Pixels, x: number, y: number): readonly number[] {
  const at = (Math.floor(y) * width + Math.floor(x)) * 4;
  return [...data.subarray(at, at + 3)];
}
