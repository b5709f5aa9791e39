import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { readingOnDemand } from "../../../../pipeline/write/pdf/press/read-on-demand.js";

/** Contents of so many operators each, and how often each was read. */
async function contents(count: number, operators: number) {
  const resources = (await PDFDocument.create()).context.obj({});
  const read = readingOnDemand();
  const times: number[] = Array(count).fill(0);
  const made = times.map((_, index) =>
    read(resources, () => {
      times[index] = (times[index] ?? 0) + 1;
      return `${index} w\n`.repeat(operators);
    }),
  );
  return { made, times };
}

test("what there is room for is read once, however many passes go over it", async () => {
  const { made, times } = await contents(20, 1000);
  for (let pass = 0; pass < 3; pass++)
    for (const content of made) expect(content.operations.length).toBe(1000);
  expect(times).toEqual(Array(20).fill(1));
});

test("what there is no room for is read by each pass, once, and the rest stays", async () => {
  const { made, times } = await contents(6, 100_000);
  const named = () => made.map(({ stream, operations }) => [stream.slice(0, 3), operations[0]?.operands[0]]);
  const first = named();
  expect(named()).toEqual(first);
  expect(first.map(([, operand]) => operand)).toEqual(["0", "1", "2", "3", "4", "5"]);
  expect(times.slice(0, 4)).toEqual([1, 1, 1, 1]);
  expect(times.slice(4).every((time) => time >= 2 && time <= 3)).toBe(true);
});
