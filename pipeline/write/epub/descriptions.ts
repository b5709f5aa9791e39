import type { Element, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";
import type { Exhibit, Words } from "../../publication.js";

/**
 * Fold every long description of a tree behind its figure, in place, where all readers can open it; its picture points to it
 * (WAI-ARIA 1.2, `aria-details`). Where a reading system knows no folding, it stands open.
 */
export function foldDescriptions(
  tree: Root,
  { exhibits, words }: { readonly exhibits: readonly Exhibit[]; readonly words: Words },
): void {
  visit(tree, { tagName: "figure" }, (figure: Element, index, parent) => {
    const description = figure.children.find(isDescription);
    if (!description || !parent || index === undefined) return undefined;
    const label = exhibits.find(({ id }) => id === figure.properties.id)?.label;
    const summary = label ? words.descriptionOf.replace("{label}", () => label) : words.description;
    figure.children = figure.children.filter((child) => child !== description);
    const details: Element = {
      ...description,
      tagName: "details",
      children: [h("summary", summary), ...description.children],
    };
    parent.children.splice(index + 1, 0, details);
    return [SKIP, index + 2];
  });
}

function isDescription(child: Element["children"][number]): child is Element {
  return child.type === "element" && [child.properties.className].flat().includes("description");
}
