import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Spooled } from "../../../../publication.js";
import { readingAhead } from "../../../../spooled.js";
import type { Box } from "../../press/sheet/sheet.js";
import { type Character, charactersBeyond } from "./characters.js";
import { memoryOf } from "./memory.js";

/** A picture: rows from the top, one byte a pixel for greys, four (blue, green, red, nothing) for colours. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A file that the renderer cannot show, whatever it is that is wrong with it. */
export class RenderingError extends Error {}

/** A PDF in the renderer. */
export interface Rendering {
  /** Render a page, from 0, at so many pixels an inch; its CropBox or MediaBox is the picture. Annotations are left out. */
  render(page: number, resolution: number, colours: "grey" | "colour"): Raster;
  /** List the characters of a page that can be seen and do not lie within a box. */
  charactersBeyond(page: number, box: Box): readonly Character[];
  /** Give its memory back: WebAssembly has no collector. */
  close(): void;
}

/** Bytes that are read at once, where fewer are asked for: it feels its way. */
const block = 65_536;

/** Bytes of the structure by which PDFium is told of a file: its length, who reads it, and for whom. */
const accessSize = 12;

let library: Promise<WrappedPdfiumModule> | undefined;

/** Load PDFium, compiled to WebAssembly, once; takes some 0.15 s. */
export function loadPdfium(): Promise<WrappedPdfiumModule> {
  library ??= import("@embedpdf/pdfium").then(async ({ init }) => {
    // On a busy machine it would complain on standard error that it is not yet there.
    const pdfium = await init({ printErr: () => undefined });
    pdfium.PDFiumExt_Init();
    return pdfium;
  });
  return library;
}

const bytesOf = { grey: 1, colour: 4 } as const;

/**
 * Open a PDF in PDFium, which reads what it needs of it, and holds no copy: WebAssembly's memory never shrinks. Throws a
 * `RenderingError` where it cannot be opened or, later, shown.
 */
export async function openInPdfium(file: Spooled): Promise<Rendering> {
  const pdfium = await loadPdfium();
  const memory = memoryOf(pdfium);
  const read = readingAhead(file, block);
  const answer = pdfium.pdfium.addFunction((_: number, position: number, to: number, size: number) => {
    memory.HEAPU8.set(read(position >>> 0, (position >>> 0) + size), to);
    return 1;
  }, "iiiii");
  const access = memory.wasmExports.malloc(accessSize);
  memory.HEAPU32.set([file.size, answer, 0], access / 4);
  const forget = () => {
    memory.wasmExports.free(access);
    pdfium.pdfium.removeFunction(answer);
  };
  const document = pdfium.FPDF_LoadCustomDocument(access, "");
  if (document === 0) {
    forget();
    throw new RenderingError("it cannot be rendered");
  }
  // The last page stays open until the next one is: its fonts, and the glyphs that were drawn of them, serve again.
  let last = 0;
  const keep = (page: number) => {
    if (last !== 0) pdfium.FPDF_ClosePage(last);
    last = page;
  };
  const onPage = <T>(index: number, work: (page: number) => T): T => {
    const page = pdfium.FPDF_LoadPage(document, index);
    if (page === 0) throw new RenderingError(`page ${index + 1} cannot be rendered`);
    try {
      return work(page);
    } catch (error) {
      // A damaged file may take the renderer down with it.
      if (error instanceof WebAssembly.RuntimeError)
        throw new RenderingError(`page ${index + 1} cannot be rendered: ${error.message}`);
      throw error;
    } finally {
      keep(page);
    }
  };
  return {
    render: (index, resolution, colours) =>
      onPage(index, (page) => render(pdfium, page, resolution / 72, colours)),
    charactersBeyond: (index, box) => onPage(index, (page) => charactersBeyond(pdfium, page, box)),
    close() {
      keep(0);
      pdfium.FPDF_CloseDocument(document);
      forget();
    },
  };
}

function render(
  pdfium: WrappedPdfiumModule,
  page: number,
  scale: number,
  colours: keyof typeof bytesOf,
): Raster {
  const width = Math.max(1, Math.round(pdfium.FPDF_GetPageWidthF(page) * scale));
  const height = Math.max(1, Math.round(pdfium.FPDF_GetPageHeightF(page) * scale));
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, colours === "grey" ? 1 : 3, 0, 0);
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const row = width * bytesOf[colours];
    if (stride === row)
      return { width, height, data: memoryOf(pdfium).HEAPU8.slice(start, start + row * height) };
    const data = new Uint8Array(row * height);
    for (let y = 0; y < height; y++)
      data.set(memoryOf(pdfium).HEAPU8.subarray(start + y * stride, start + y * stride + row), y * row);
    return { width, height, data };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}
