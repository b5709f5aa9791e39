import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { operationsOf } from "../../../../pipeline/write/pdf/content/operations.js";
import { plainMix } from "../../../../pipeline/write/pdf/preflight/inks/plain-mix.js";
import { plateContent } from "../../../../pipeline/write/pdf/preflight/inks/plate-content.js";

/** Content as a plate sees it, its white space as one space each. */
async function seen(stream: string, ink: string): Promise<string> {
  const { context } = await PDFDocument.create();
  const resources = context.obj({ ExtGState: { Over: { OP: true, op: true, OPM: 1 } } });
  const content = { use: "ink", stream, operations: operationsOf(stream), resources } as const;
  return plateContent(content, ink, plainMix).replaceAll(/\s+/g, " ").trim();
}

const black = "/Over gs 0 0 0 1 k BT /F 10 Tf 1 0 0 1 5 5 Tm (a) Tj 10 0 Td (b) Tj ET";

test("text of which a plate sees nothing is not on it, nor are its fonts", async () => {
  expect(await seen(black, "Cyan")).toBe("/Over gs 1 g BT ET");
  expect(await seen(black, "Black")).toBe("/Over gs 0 g BT /F 10 Tf 1 0 0 1 5 5 Tm (a) Tj 10 0 Td (b) Tj ET");
});

test("text that moves seen text, or clips, stays where it was", async () => {
  expect(await seen(`${black} BT 9 9 Td (a) Tj 1 0 0 0 k (b) Tj ET`, "Cyan")).toBe(
    "/Over gs 1 g BT /F 10 Tf ET BT 9 9 Td 3 Tr (a) Tj 0 Tr 0 g (b) Tj ET",
  );
  expect(await seen("/Over gs 0 0 0 1 k BT 4 Tr 5 5 Td (a) Tj ET", "Cyan")).toBe(
    "/Over gs 1 g BT 4 Tr 5 5 Td 7 Tr (a) Tj 4 Tr ET",
  );
});
