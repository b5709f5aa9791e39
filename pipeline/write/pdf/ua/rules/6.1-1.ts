import type { Rule } from "../rule.js";

/** The file begins with the header of a PDF 1.x. */
export const rule6_1_1: Rule = {
  id: "6.1-1",
  asks: "The file begins with the header of a PDF 1.x.",
  find: ({ pdf }) => {
    const header = pdf.context.header.toString().trim();
    return /^%PDF-1\.[0-7]\b/.test(header) ? [] : [{ detail: header.slice(0, 12) }];
  },
};
