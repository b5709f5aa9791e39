import { PDFContext } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { unpredicted } from "../../../../pipeline/write/pdf/preflight/inks/unpredicted.js";

const [row, pixel] = [6, 3];
const samples = Uint8Array.from([10, 20, 30, 250, 5, 90, 11, 19, 33, 7, 201, 90, 0, 0, 255, 128, 64, 32]);
const parameters = (predictor: number) =>
  PDFContext.create().obj({ Predictor: predictor, Columns: 2, Colors: 3 });

/** Filter rows as PNG does (9.2), each in the same way. */
function filtered(kind: number): Uint8Array {
  const at = (y: number, x: number) => (x < 0 || y < 0 ? 0 : (samples[y * row + x] ?? 0));
  const paeth = (a: number, b: number, c: number) =>
    [a, b, c].toSorted((x, y) => Math.abs(a + b - c - x) - Math.abs(a + b - c - y))[0] ?? 0;
  const rows = [0, 1, 2].flatMap((y) => {
    const bytes = Array.from({ length: row }, (_, x) => {
      const [left, up, corner] = [at(y, x - pixel), at(y - 1, x), x < pixel ? 0 : at(y - 1, x - pixel)];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      return (at(y, x) - guess) & 255;
    });
    return [kind, ...bytes];
  });
  return Uint8Array.from(rows);
}

test.each([0, 1, 2, 3, 4])("rows that PNG filters in way %i come back", (kind) => {
  expect(unpredicted(filtered(kind), parameters(15), row, pixel)).toEqual(samples);
});

test("differences of TIFF come back, and what was not changed stays", () => {
  const differences = samples.map((value, i) =>
    i % row < pixel ? value : value - (samples[i - pixel] ?? 0),
  );
  expect(unpredicted(differences, parameters(2), row, pixel)).toEqual(samples);
  expect(unpredicted(samples, undefined, row, pixel)).toEqual(samples);
});
