import type { Rule } from "../rule.js";

/** The XMP metadata say by pdfuaid:part which part of PDF/UA the file follows. */
export const rule5_1: Rule = {
  id: "5-1",
  asks: "The XMP metadata say by pdfuaid:part which part of PDF/UA the file follows.",
  find: ({ metadata }) =>
    metadata?.includes('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"') &&
    metadata.includes("pdfuaid:part")
      ? []
      : [{ detail: "no pdfuaid:part in the metadata" }],
};
