import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Box } from "../../press/sheet/sheet.js";
import { memoryOf } from "./memory.js";

/** A character as it stands on a page, in points of the user space. */
export interface Character {
  readonly text: string;
  readonly box: Box;
}

/** Kinds of what a page paints, as PDFium counts them. */
const [text, form] = [1, 5];

/** List the characters of an open page that can be seen and do not lie within a box; only where some text does not are they told apart. */
export function charactersBeyond(pdfium: WrappedPdfiumModule, page: number, box: Box): readonly Character[] {
  const numbers = memoryOf(pdfium).wasmExports.malloc(32);
  try {
    return isTextWithin(pdfium, page, box, numbers) ? [] : told(pdfium, page, box, numbers);
  } finally {
    memoryOf(pdfium).wasmExports.free(numbers);
  }
}

/** Say whether the one box lies within the other. */
export function isWithin([left, bottom, right, top]: Box, box: Box): boolean {
  return left >= box[0] && bottom >= box[1] && right <= box[2] && top <= box[3];
}

/** Say whether all text of a page lies within a box, with the em that characters without outlines may take; nobody knows of forms. */
function isTextWithin(pdfium: WrappedPdfiumModule, page: number, box: Box, at: number): boolean {
  const floats = (count: number) => memoryOf(pdfium).HEAPF32.subarray(at / 4, at / 4 + count);
  for (let index = 0; index < pdfium.FPDFPage_CountObjects(page); index++) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    const kind = pdfium.FPDFPageObj_GetType(object);
    if (kind === form) return false;
    if (kind !== text) continue;
    if (!pdfium.FPDFTextObj_GetFontSize(object, at)) return false;
    const [size = 0] = floats(1);
    if (!pdfium.FPDFPageObj_GetMatrix(object, at)) return false;
    const [a = 0, b = 0, c = 0, d = 0] = floats(4);
    const around = Math.abs(size) * Math.max(Math.hypot(a, b), Math.hypot(c, d));
    if (!pdfium.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return false;
    const [left = 0, bottom = 0, right = 0, top = 0] = floats(4);
    if (!isWithin([left - around, bottom - around, right + around, top + around], box)) return false;
  }
  return true;
}

function told(pdfium: WrappedPdfiumModule, page: number, box: Box, sides: number): readonly Character[] {
  const opened = pdfium.FPDFText_LoadPage(page);
  try {
    const found: Character[] = [];
    for (let index = 0; index < pdfium.FPDFText_CountChars(opened); index++) {
      const code = pdfium.FPDFText_GetUnicode(opened, index);
      if (code <= 32 || code === 0xa0 || pdfium.FPDFText_IsGenerated(opened, index) === 1) continue;
      if (!pdfium.FPDFText_GetCharBox(opened, index, sides, sides + 8, sides + 16, sides + 24)) continue;
      const [left = 0, right = 0, bottom = 0, top = 0] = memoryOf(pdfium).HEAPF64.subarray(
        sides / 8,
        sides / 8 + 4,
      );
      if (right > left && top > bottom && !isWithin([left, bottom, right, top], box))
        found.push({ text: String.fromCodePoint(code), box: [left, bottom, right, top] });
    }
    return found;
  } finally {
    pdfium.FPDFText_ClosePage(opened);
  }
}
