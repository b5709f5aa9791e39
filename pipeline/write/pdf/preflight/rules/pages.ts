import { blanksNeeded } from "../../press/sheet/page-count.js";
import type { Content } from "../../press/survey.js";
import type { Rule } from "../rule.js";

const painting = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "Tj", "TJ", "'", '"']);

/** Of the number of pages. */
export const pageRules: readonly Rule[] = [
  {
    id: "page-multiple",
    asks: ({ pages: { multipleOf } }) =>
      multipleOf === 1 ? undefined : `The number of pages is a multiple of ${multipleOf}.`,
    *find({ x: { pages } }, { pages: { multipleOf } }) {
      const over = pages.length % multipleOf;
      if (over > 0)
        yield {
          gravity: "refusal",
          detail: `${pages.length} is ${over} more than a multiple of ${multipleOf}`,
        };
    },
  },
  {
    id: "page-count",
    asks: ({ pages: { least, most } }) => `There are from ${least} to ${most} pages.`,
    *find({ x: { pages } }, { pages: { least, most } }) {
      const count = pages.length;
      if (count < least) yield { gravity: "refusal", detail: `${count} is ${least - count} too few` };
      if (count > most) yield { gravity: "refusal", detail: `${count} is ${count - most} too many` };
    },
  },
  {
    id: "last-page",
    asks: ({ pages: { lastBlank } }) => (lastBlank ? "The last page is blank." : undefined),
    *find({ x: { pages, painted } }, profile) {
      const sheets = painted.pages.map((content) => ({ blank: isBlank(content) }));
      const alone = { ...profile, pages: { ...profile.pages, multipleOf: 1 } };
      if (blanksNeeded(sheets, alone) > 0)
        yield { gravity: "refusal", detail: "something is printed on it", page: pages.length - 1 };
    },
  },
];

/** Marks are strokes: they stand around blank pages, too. */
function isBlank({ operations }: Content): boolean {
  return !operations.some(({ name }) => painting.has(name));
}
