import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createSession } from "../../pipeline/edges/browser/session.js";
import { openTab } from "../../pipeline/edges/browser/tab.js";
import type { Resource } from "../../pipeline/publication.js";

const require = createRequire(import.meta.url);

const module = (name: string): Resource => ({
  mediaType: "text/javascript",
  bytes: readFileSync(require.resolve(`pdfjs-dist/legacy/build/${name}`)),
});

/** Paint both PDFs by PDF.js in the embedded browser. Text, for the page: the test runner would rewrite its imports. */
const painting = (scale: number) => `(async () => {
  globalThis.pdfjsWorker = await import("/pdf.worker.mjs");
  const { getDocument } = await import("/pdf.mjs");
  const open = async (name) => {
    const data = new Uint8Array(await (await fetch(name)).arrayBuffer());
    return getDocument({ data }).promise;
  };
  const paint = async (pdf, number) => {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: ${scale} });
    const canvas = Object.assign(document.createElement("canvas"), { width: viewport.width, height: viewport.height });
    const canvasContext = canvas.getContext("2d", { willReadFrequently: true });
    await page.render({ canvas, canvasContext, viewport, annotationMode: 0 }).promise;
    return canvasContext.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [before, after] = [await open("/before.pdf"), await open("/after.pdf")];
  const differing = [];
  let inked = 0;
  for (let number = 1; number <= before.numPages; number++) {
    let isSame = false;
    // PDF.js now and then paints the very same page with a pixel in another shade: what differs must do so every time.
    for (let trial = 0; trial < 3 && !isSame; trial++) {
      const [old, now] = [await paint(before, number), await paint(after, number)];
      isSame = old.length === now.length && old.every((value, at) => value === now[at]);
      if (trial === 0 && old.some((value) => value < 255)) inked++;
    }
    if (!isSame) differing.push(number - 1);
  }
  return { pages: [before.numPages, after.numPages], inked, differing };
})()`;

/** What came of painting two PDFs. */
export interface Pixels {
  readonly pages: readonly [before: number, after: number];
  /** Pages of the first that are not white. */
  readonly inked: number;
  /** Pages, from 0, that are not the same to the last pixel. */
  readonly differing: readonly number[];
}

/** Compare every page of two PDFs as PDF.js paints them, at so many pixels a point. */
export async function comparePixels(before: Uint8Array, after: Uint8Array, scale = 1): Promise<Pixels> {
  const session = createSession();
  const pdf = (bytes: Uint8Array): Resource => ({ mediaType: "application/pdf", bytes });
  const resources = new Map([
    ["/pdf.mjs", module("pdf.mjs")],
    ["/pdf.worker.mjs", module("pdf.worker.mjs")],
    ["/before.pdf", pdf(before)],
    ["/after.pdf", pdf(after)],
  ]);
  try {
    return await session.use(120_000, openTab, async ({ page, show }) => {
      await show({ html: "<!doctype html><title>Pixels</title>", resources });
      return (await page.evaluate(painting(scale))) as Pixels;
    });
  } finally {
    await session.close();
  }
}
