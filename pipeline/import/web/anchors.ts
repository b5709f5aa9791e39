import type { Element } from "hast";
import { aimOf, idsOf, type WebDocument } from "./document.js";
import { all } from "./tree.js";

const named = /^(?:h[1-6]|figure|table)$/;

/**
 * Mark what links within the work lead to (`data-anchor`): a heading, a figure or a table, or the first of them inside what
 * the link names. The links lead to these marks from then on.
 */
export function markAnchors(documents: readonly WebDocument[], notes: readonly WebDocument[]): void {
  const byPath = new Map(documents.map((document) => [document.path, { document, ids: idsOf(document) }]));
  for (const document of [...documents, ...notes])
    for (const link of all(document.tree)) {
      const href = link.properties.href;
      if (link.tagName !== "a" || typeof href !== "string" || link.properties.dataNote) continue;
      if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) continue;
      const { path, id } = aimOf(document, link);
      const target = byPath.get(path);
      const element = id ? target?.ids.get(id) : undefined;
      const aim = element ?? (target && !id ? target.document.tree : undefined);
      const anchor =
        element && named.test(element.tagName)
          ? element
          : aim && all(aim).find(({ tagName }) => named.test(tagName));
      const key = `${path}#${id}`.replace(/\s+/g, "-");
      link.properties.href = `#${key}`;
      if (anchor) mark(anchor, key);
    }
}

function mark(anchor: Element, key: string): void {
  const keys = new Set(String(anchor.properties.dataAnchor ?? "").split(" "));
  keys.add(key);
  anchor.properties.dataAnchor = [...keys].join(" ").trim();
}
