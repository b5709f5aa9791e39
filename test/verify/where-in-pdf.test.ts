import { expect, test } from "vitest";
import { spooled, spooledText } from "../../pipeline/spooled.js";
import { whereInPdf } from "../../pipeline/verify/where-in-pdf.js";

const before = "%PDF-1.7\n3 0 obj\n(x)\nendobj\n";
const stream = "12 0 obj\n<</Length 3000000>>stream\n";
const file = spooled(Buffer.concat([Buffer.from(before + stream), Buffer.alloc(3_000_000, "z")]));

test("a byte lies in the object that begins nearest before it, however long that is", () => {
  for (const offset of [50, 400_000, 1_100_000, 2_500_000, 2_999_999])
    expect(whereInPdf(file, offset)).toBe(`byte ${offset}, in or after object 12`);
  expect(whereInPdf(file, before.length - 2)).toBe(`byte ${before.length - 2}, in or after object 3`);
});

test.each([1, 2])(
  "an object is named by its whole number where its beginning is searched in two pieces, %i million bytes before",
  (millions) => {
    for (let read = -1; read <= "12 0 obj\n".length; read++) {
      const offset = before.length + read + millions * 1_000_000;
      expect([read, whereInPdf(file, offset)]).toEqual([read, `byte ${offset}, in or after object 12`]);
    }
  },
);

test("before all objects, a byte lies in none", () => {
  expect(whereInPdf(file, 5)).toBe("byte 5");
  expect(whereInPdf(spooledText("x".repeat(10)), 0)).toBe("byte 0");
  expect(whereInPdf(spooled(Buffer.alloc(2_000_000, "z")), 1_999_999)).toBe("byte 1999999");
});
