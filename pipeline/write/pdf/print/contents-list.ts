import type { Element } from "hast";
import { h } from "hastscript";
import type { NavItem, Publication } from "../../../publication.js";
import { exhibitLists, titleOf } from "../../exhibit-lists.js";

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

/** Make the lists of figures and of tables that publication.yaml asks for, each below its heading, in the form of the contents. */
export function exhibitContents(publication: Publication): Element[] {
  const { figures = false, tables = false } = publication.metadata.contents ?? {};
  return exhibitLists(publication)
    .filter(({ type }) => (type === "loi" ? figures : tables))
    .flatMap(({ title, exhibits }) => [
      h("h2.contents-heading", title),
      h(
        "ol.contents-list.contents-exhibits",
        exhibits.map((exhibit) =>
          h("li.contents-item", leading(exhibit.id, titleOf(exhibit).replace(/(?<!\.)\.$/, ""))),
        ),
      ),
    ]);
}

/** Name an entry by its division, and by its kind where it is that of a part title. */
export function classesOf({ division, kind }: NavItem): string[] {
  return ["contents-item", division, ...(kind ? [kind] : [])];
}

function leading(id: string, title: string, number?: string): Element {
  return h("a.contents-entry", { href: `#${id}`, dataFolioRef: "" }, [
    ...(number === undefined ? [] : [h("span.contents-number", number), " "]),
    // In the title, so that it follows the last word of one that takes several lines.
    h("span.contents-title", [title, h("span.contents-leader", { ariaHidden: "true" })]),
  ]);
}

function entry(item: NavItem, origins: ReadonlyMap<NavItem, string>): Element {
  return h("li", { className: classesOf(item), dataOrigin: origins.get(item) }, [
    leading(item.id, item.title, item.number),
    ...(item.authors.length > 0 ? [h("p.contents-authors", item.authors.join(", "))] : []),
    ...(item.children.length > 0 ? [contentsList(item.children, origins)] : []),
  ]);
}
