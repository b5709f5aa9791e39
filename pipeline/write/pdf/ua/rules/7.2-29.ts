import type { Rule } from "../rule.js";

/** Every language is a language tag. */
export const rule7_2_29: Rule = {
  id: "7.2-29",
  asks: "Every language is a language tag.",
  find: ({ language, elements, contents }) => {
    const isTag = (tag: string) => /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(tag);
    const all: { tag: string | undefined; page?: number | undefined }[] = [
      { tag: language },
      ...elements.map(({ ownLanguage, page }) => ({ tag: ownLanguage, page })),
      ...contents.flatMap(({ replacements }, page) =>
        replacements.map((each) => ({ tag: each.language, page })),
      ),
    ];
    return all.flatMap(({ tag, page }) =>
      tag === undefined || isTag(tag) ? [] : [{ detail: `\u201c${tag}\u201d is no language tag`, page }],
    );
  },
};
