import type { Element, ElementContent } from "hast";
import type { NavItem, Part } from "../publication.js";
import type { Draft } from "./draft.js";
import { plainText } from "./plain-text.js";

/** Read the contents off the finished parts, to the depth that the theme asks: 1 is chapters alone. */
export function navOf(parts: readonly Part[], drafts: readonly Draft[], depth: number): NavItem[] {
  return parts
    .filter(({ kind }) => kind === "chapter" || kind === "notes")
    .map((part) => {
      const authors = drafts.find(({ chapter }) => chapter.id === part.id)?.chapter.authors ?? [];
      const [section] = part.tree.children;
      const children = section?.type === "element" ? sectionItems(section.children, part, depth - 1) : [];
      const { id, title, number, division } = part;
      return { title, ...(number !== undefined && { number }), id, partId: id, division, authors, children };
    });
}

function sectionItems(children: readonly ElementContent[], part: Part, depth: number): NavItem[] {
  if (depth < 1) return [];
  return children.filter(isSection).map((section) => {
    const [heading] = section.children;
    return {
      title: heading?.type === "element" ? plainText(heading.children) : "",
      id: String(section.properties.id),
      partId: part.id,
      division: part.division,
      authors: [],
      children: sectionItems(section.children, part, depth - 1),
    };
  });
}

function isSection(node: ElementContent): node is Element {
  const [heading] = node.type === "element" ? node.children : [];
  return (
    node.type === "element" &&
    node.tagName === "section" &&
    heading?.type === "element" &&
    /^h[2-6]$/.test(heading.tagName)
  );
}
