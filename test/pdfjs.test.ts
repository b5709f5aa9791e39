import { runInNewContext } from "node:vm";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { openPdf } from "./support/pdf.js";

test("PDF.js leaves tests the engine's own JSON, arrays and functions", async () => {
  const made = await PDFDocument.create();
  made.addPage();
  const pdf = await openPdf(await made.save());
  expect(pdf.numPages).toBe(1);
  await pdf.loadingTask.destroy();
  const { stringify, parse } = JSON;
  for (const each of [stringify, parse, Array.prototype.push, Function.prototype.toString])
    expect(inspectedSource(each)).toBe(`function ${each.name}() { [native code] }`);
});

/** The source of a function as the engine itself tells it, whatever has been put in the place of that. */
function inspectedSource(each: unknown): string {
  return runInNewContext("Function.prototype.toString.call(each)", { each }) as string;
}
