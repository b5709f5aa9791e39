import { HtmlValidate, StaticConfigLoader } from "html-validate";
import type { Checker } from "./finding.js";

/** The rules about validity alone: style and taste are the author's. Its two rules about ids search the whole document for each: `ids.ts`. */
const rules = [
  "attribute-allowed-values",
  "attribute-misuse",
  "close-order",
  "deprecated",
  "element-permitted-content",
  "element-permitted-occurrences",
  "element-permitted-order",
  "element-permitted-parent",
  "element-required-ancestor",
  "element-required-attributes",
  "element-required-content",
  "map-id-name",
  "no-abstract-role",
  "no-deprecated-attr",
  "no-dup-attr",
  "no-unknown-elements",
  "valid-for",
];

/** Resolves what is the same for all documents once: the table of HTML's elements took two thirds of the time. */
class OneConfig extends StaticConfigLoader {
  #resolved: ReturnType<StaticConfigLoader["getConfigFor"]> | undefined;

  override getConfigFor(path: string): ReturnType<StaticConfigLoader["getConfigFor"]> {
    this.#resolved ??= super.getConfigFor(path);
    return this.#resolved;
  }
}

const validator = new HtmlValidate(
  new OneConfig({
    root: true,
    elements: ["html5"],
    rules: Object.fromEntries(rules.map((rule) => [rule, "error"])),
  }),
);

/** Hold every content document against HTML's content model, which EPUBCheck's port does not know. */
export const contentModel: Checker = async ({ documents }) => {
  const reports = await Promise.all(
    documents.map(async ({ path, text }) => {
      // HTML has no XML declaration; spaces keep the columns.
      const html = text.replace(/^\uFEFF?<\?xml[^>]*\?>/, (declaration) => " ".repeat(declaration.length));
      const { results } = await validator.validateString(html, path);
      return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => ({
          rule: `html/${ruleId}`,
          gravity: "error" as const,
          reason: message,
          path,
          line,
          column,
        })),
      );
    }),
  );
  return reports.flat();
};
