import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";

/**
 * Mark in place what a bibliography lists: `works` its lists, or `work` its paragraphs where it has none. Beside lists paragraphs are
 * text. Hands the same blocks back.
 *
 * All blocks of a chapter in the role of a bibliography are one; in others each that an author marked.
 */
export function markWorks(content: ElementContent[], role: string | undefined): ElementContent[] {
  const whole = h("section", { role });
  // The very blocks, not copies, which hastscript might make of them.
  whole.children = content;
  visit(whole, { tagName: "section" }, (section) => {
    if (section.properties.role === "doc-bibliography") markIn(section);
  });
  return content;
}

function markIn(bibliography: Element): void {
  const blocks = blocksOf(bibliography);
  const lists = blocks.filter(({ tagName }) => tagName === "ul" || tagName === "ol");
  for (const list of lists) list.properties.className = ["works"];
  if (lists.length > 0) return;
  for (const block of blocks) if (block.tagName === "p") block.properties.className = ["work"];
}

/** The blocks that stand in sections and passages alone: what is in a box or a quotation is no work. */
function blocksOf(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return isFrame(child) ? blocksOf(child) : [child];
  });
}

function isFrame({ tagName, properties }: Element): boolean {
  const isPassage = tagName === "div" && [properties.className].flat().includes("passage");
  // A bibliography within one marks its own.
  return isPassage || (tagName === "section" && properties.role === undefined);
}
