import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { problem } from "../problem.js";
import type { Exhibit } from "../publication.js";
import { numbersAfter } from "./numbers-after.js";
import type { PublicationRule, Whole } from "./rule.js";

/** Report numbered figures that no sentence leads to. */
export const figureUnmentioned: PublicationRule = (whole) => unmentioned(whole, "figure");

/** Report numbered tables that no sentence leads to. */
export const tableUnmentioned: PublicationRule = (whole) => unmentioned(whole, "table");

const abbreviations = { figure: "figs?\\.?|abb\\.?", table: "tabs?\\.?" } as const;

function unmentioned({ publication, prose }: Whole, kind: Exhibit["kind"]) {
  const exhibits = publication.exhibits.filter((exhibit) => exhibit.kind === kind);
  if (exhibits.length === 0) return [];
  const linked = new Set<unknown>();
  const elements = new Map<unknown, Element>();
  for (const { tree } of publication.parts) {
    visit(tree, "element", (element) => {
      const { id, href } = element.properties;
      if (element.tagName === "a" && typeof href === "string") linked.add(href);
      else if (id) elements.set(id, element);
    });
  }
  // Written by hand, a number may be wrong one day; it is a mention all the same.
  const written = numbersAfter(`${publication.words[kind]}\\p{L}*|${abbreviations[kind]}`, prose);
  return exhibits
    .filter(({ id, label }) => !linked.has(`#${id}`) && !written.has(Number(/\d+$/.exec(label)?.[0])))
    .map(({ id, label }) => {
      const element = elements.get(id);
      const reason = `Unexpected ${kind} that nothing mentions (${label}); expected a reference such as \`[](#${id})\``;
      return problem(`${kind}-unmentioned`, reason, { file: element?.data?.file ?? "", node: element });
    });
}
