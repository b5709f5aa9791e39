import type { Element } from "hast";
import { h } from "hastscript";
import type { NavItem } from "../../../publication.js";

/**
 * Make the list of contents: each entry one link, its title left; the typesetter writes the folio of its target on it,
 * which the theme shows behind the leader. By its origin an entry is found again in the e-book.
 */
export function contentsList(
  nav: readonly NavItem[],
  origins: ReadonlyMap<NavItem, string> = new Map(),
): Element {
  return h(
    "ol.contents-list",
    nav.map((item) => entry(item, origins)),
  );
}

function entry(item: NavItem, origins: ReadonlyMap<NavItem, string>): Element {
  const link = h("a.contents-entry", { href: `#${item.id}`, dataFolioRef: "" }, [
    ...(item.number === undefined ? [] : [h("span.contents-number", item.number), " "]),
    h("span.contents-title", item.title),
    h("span.contents-leader", { ariaHidden: "true" }),
  ]);
  return h("li", { className: ["contents-item", item.division], dataOrigin: origins.get(item) }, [
    link,
    ...(item.authors.length > 0 ? [h("p.contents-authors", item.authors.join(", "))] : []),
    ...(item.children.length > 0 ? [contentsList(item.children, origins)] : []),
  ]);
}
