import type { Element, ElementContent } from "hast";
import { toString as hastText } from "hast-util-to-string";
import { aimOf, idsOf, type WebDocument } from "./document.js";
import { all } from "./tree.js";

/** What a call shows: `3`, `[3]`, `†`. */
const mark = /^\s*(?:\d{1,4}|\[\d{1,4}\]|[*†‡§¶]{1,3})\s*$/;

/**
 * Mark raised numbers and signs that link into the work as calls of notes (`data-raised-call`): pages say no more of them as Wikipedia,
 * Google Docs, WordPress and Python-Markdown write them. Their ids, and those of what raises them, are where notes lead back to.
 */
export function markRaisedCalls(documents: readonly WebDocument[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const targets = new Map(documents.map((document) => [document.path, idsOf(document)]));
  for (const document of documents)
    for (const outer of all(document.tree)) {
      const inner = onlyElement(outer);
      const isRaised = inner && [outer.tagName, inner.tagName].sort().join(" ") === "a sup";
      if (!isRaised || !mark.test(hastText(outer))) continue;
      const link = outer.tagName === "a" ? outer : inner;
      const { path, id } = aimOf(document, link);
      const target = targets.get(path)?.get(id);
      if (!target || /^(?:h[1-6]|figure|table)$/.test(target.tagName)) continue;
      link.properties.dataRaisedCall = true;
      for (const { properties } of [outer, inner])
        if (typeof properties.id === "string") ids.add(`${document.path}#${properties.id}`);
    }
  return ids;
}

/** The element that is all there is in another, but for spaces. */
function onlyElement({ children }: Element): Element | undefined {
  const [only, more] = children.filter(
    (child: ElementContent) => child.type !== "text" || child.value.trim() !== "",
  );
  return only?.type === "element" && !more ? only : undefined;
}
