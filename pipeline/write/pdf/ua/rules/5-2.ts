import type { Rule } from "../rule.js";

/** The part that the metadata name is 1. */
export const rule5_2: Rule = {
  id: "5-2",
  asks: "The part that the metadata name is 1.",
  find: ({ metadata }) => {
    const part = /pdfuaid:part(?:="|>)\s*([^"<]*)/.exec(metadata ?? "")?.[1];
    return part === undefined || part.trim() === "1" ? [] : [{ detail: `pdfuaid:part is ${part}` }];
  },
};
