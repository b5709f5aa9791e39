import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { lostText } from "../../../../pipeline/write/pdf/press/lost-text.js";
import { shownText } from "../../../../pipeline/write/pdf/press/shown-text.js";
import { survey } from "../../../../pipeline/write/pdf/press/survey.js";

/** Digest pages of which one draws the last words through a form. */
async function digests(first: string, second: string, inForm: string): Promise<readonly string[]> {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const show = (words: string) => `BT /F 12 Tf [(${words}) -20 (.)] TJ ET`;
  const form = context.stream(show(inForm), { Type: "XObject", Subtype: "Form", BBox: [0, 0, 9, 9] });
  for (const content of [show(first), `${show(second)} /X Do`]) {
    const page = pdf.addPage([9, 9]);
    page.node.setXObject(PDFName.of("X"), context.register(form));
    page.node.set(PDFName.of("Contents"), context.register(context.stream(content)));
  }
  return shownText(survey(pdf));
}

test("text that is another behind the press is told with its page, in forms as well", async () => {
  const typeset = await digests("one", "two", "three");
  const pagesOf = async (...words: Parameters<typeof digests>) =>
    lostText(typeset, await digests(...words)).map(({ reason }) => /\d+/.exec(reason)?.[0]);
  expect(await pagesOf("one", "two", "three")).toEqual([]);
  expect(await pagesOf("on", "two", "three")).toEqual(["1"]);
  expect(await pagesOf("one", "", "three")).toEqual(["2"]);
  expect(await pagesOf("one", "two", "thre")).toEqual(["2"]);
  expect(lostText(typeset, typeset.slice(0, 1))).toHaveLength(1);
});
