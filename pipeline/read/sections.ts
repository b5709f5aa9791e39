import type { Element, ElementContent, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { slug, uniqueId } from "../slug.js";

/** A heading's own id: `## Findings {#findings}`. */
export const ownId = /\s*\{#([^\s}]+)\}\s*$/;

/**
 * Nest the content below each heading of level 2 and more in a section that carries the id.
 *
 * Links then lead to a section that is long enough for a reader's pop-up, and the outline can be read off the tree. A
 * generated id is `<chapter>-<words of the heading>`.
 */
export function sections(content: readonly RootContent[], chapterId: string): ElementContent[] {
  const taken = new Set<string>([chapterId, `${chapterId}-title`]);
  const root: ElementContent[] = [];
  const open: { depth: number; children: ElementContent[] }[] = [{ depth: 1, children: root }];
  for (const node of content) {
    if (node.type === "doctype") continue;
    const depth = headingDepth(node);
    if (depth === undefined) {
      open.at(-1)?.children.push(node);
      continue;
    }
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const section = sectionOf(node as Element, depth, chapterId, taken);
    open.at(-1)?.children.push(section);
    open.push({ depth, children: section.children });
  }
  return root;
}

/** The level of a heading, a second # counting as 2; undefined for all else. */
export function headingDepth(node: RootContent): number | undefined {
  const depth = node.type === "element" ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined;
  return depth === undefined ? undefined : Math.max(2, Number(depth));
}

function sectionOf(heading: Element, depth: number, chapterId: string, taken: Set<string>): Element {
  const own = takeOwnId(heading);
  const wanted = `${chapterId}-${slug(textOf(heading)) || "section"}`;
  const id = own ?? uniqueId(wanted, taken);
  heading.tagName = `h${depth}`;
  heading.properties.id = `${id}-h`;
  const section = h("section", { id, ariaLabelledBy: `${id}-h` }, [heading]);
  if (heading.position) section.position = heading.position;
  if (heading.data) section.data = heading.data;
  return section;
}

/** Take `{#id}` off the end of a heading. */
export function takeOwnId(heading: Element): string | undefined {
  const last = heading.children.at(-1);
  const match = last?.type === "text" ? ownId.exec(last.value) : null;
  if (!match || last?.type !== "text") return undefined;
  last.value = last.value.slice(0, match.index);
  return match[1];
}
