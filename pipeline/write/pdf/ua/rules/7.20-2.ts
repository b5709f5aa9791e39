import type { PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "../../content/page-content.js";
import type { Rule } from "../rule.js";

/** A form that holds tagged content is drawn once. */
export const rule7_20_2: Rule = {
  id: "7.20-2",
  asks: "A form that holds tagged content is drawn once.",
  find: ({ contents }) => {
    const times = new Map<PDFStream, number>();
    for (const { forms } of contents) {
      for (const [form, count] of forms) times.set(form, (times.get(form) ?? 0) + count);
    }
    return contents.flatMap(({ forms }, page) =>
      [...forms.keys()].some((form) => (times.get(form) ?? 0) > 1 && streamText(form).includes("/MCID"))
        ? [{ detail: "a form with tagged content is drawn more than once", page }]
        : [],
    );
  },
};
