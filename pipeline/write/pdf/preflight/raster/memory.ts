import type { WrappedPdfiumModule } from "@embedpdf/pdfium";

/** Emscripten's memory, which the library's types leave out; its arrays are others when it has grown. */
export interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAPU32: Uint32Array;
  readonly wasmExports: { malloc(size: number): number; free(at: number): void };
}

/** The memory in which PDFium works. */
export const memoryOf = ({ pdfium }: WrappedPdfiumModule) => pdfium as unknown as Memory;
