import type { Element } from "hast";
import { h } from "hastscript";
import type { NavItem } from "../../../publication.js";

/**
 * Make the list of contents: each entry one link, its title left; the typesetter writes the folio of its target on it,
 * which the theme shows behind the leader.
 */
export function contentsList(nav: readonly NavItem[]): Element {
  return h("ol.contents-list", nav.map(entry));
}

function entry(item: NavItem): Element {
  const link = h("a.contents-entry", { href: `#${item.id}`, dataFolioRef: "" }, [
    ...(item.number === undefined ? [] : [h("span.contents-number", item.number), " "]),
    h("span.contents-title", item.title),
    h("span.contents-leader", { ariaHidden: "true" }),
  ]);
  return h("li", { className: ["contents-item", item.division] }, [
    link,
    ...(item.authors.length > 0 ? [h("p.contents-authors", item.authors.join(", "))] : []),
    ...(item.children.length > 0 ? [contentsList(item.children)] : []),
  ]);
}
