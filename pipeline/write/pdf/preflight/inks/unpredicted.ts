import type { PDFDict } from "@cantoo/pdf-lib";
import { get, numberOf } from "../../values.js";

/**
 * Undo what made samples of eight bits easier to compress (ISO 32000-1, 7.4.4.4): rows of so many bytes, pixels of so many.
 * Returns a copy.
 */
export function unpredicted(
  bytes: Uint8Array,
  parameters: PDFDict | undefined,
  row: number,
  pixel: number,
): Uint8Array {
  const predictor = numberOf(get(parameters, "Predictor")) ?? 1;
  if (predictor === 1) return Uint8Array.from(bytes);
  if (predictor === 2) return fromLeft(Uint8Array.from(bytes), row, pixel);
  return fromPng(bytes, row, pixel);
}

/** TIFF: each byte is what it adds to the pixel before. */
function fromLeft(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  for (let at = 0; at < bytes.length; at++)
    if (at % row >= pixel) bytes[at] = (bytes[at] ?? 0) + (bytes[at - pixel] ?? 0);
  return bytes;
}

/** PNG: a byte before each row says what its bytes are added to (PNG, 9.2). */
function fromPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y++) {
    const kind = bytes[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < pixel ? 0 : (out[at - pixel] ?? 0);
      const up = y === 0 ? 0 : (out[at - row] ?? 0);
      const corner = x < pixel || y === 0 ? 0 : (out[at - row - pixel] ?? 0);
      out[at] = (bytes[y * (row + 1) + 1 + x] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  return kind === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
