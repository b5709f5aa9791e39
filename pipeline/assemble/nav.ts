import type { Element, ElementContent } from "hast";
import type { NavItem, Part } from "../publication.js";
import type { Draft } from "./draft.js";
import { plainText } from "./plain-text.js";

/**
 * Read the contents off the finished parts, to the depth that the theme asks: 1 is chapters alone. Chapters of a group stand below
 * its part title, and what opens the group has no sections there beside them.
 */
export function navOf(parts: readonly Part[], drafts: readonly Draft[], depth: number): NavItem[] {
  const listed = parts.filter(({ kind }) => kind === "part-title" || kind === "chapter" || kind === "notes");
  const item = (part: Part): NavItem => {
    const { id, kind, title, number, division } = part;
    const authors = drafts.find(({ chapter }) => chapter.id === id)?.chapter.authors ?? [];
    const [section] = part.tree.children;
    const isGroup = kind === "part-title";
    const sections = section?.type === "element" ? sectionItems(section.children, part, depth - 1) : [];
    const children = isGroup ? listed.filter(({ group }) => group === id).map(item) : sections;
    return {
      ...(isGroup && { kind }),
      title,
      ...(number !== undefined && { number }),
      id,
      partId: id,
      division,
      authors,
      children,
    };
  };
  return listed.filter(({ group }) => group === undefined).map(item);
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
