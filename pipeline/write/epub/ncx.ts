import type { Element } from "xast";
import type { NavItem, Publication } from "../../publication.js";
import { direction } from "./direction.js";
import type { AddressOf } from "./links.js";
import { toXmlDocument, x } from "./xml.js";

/** Write the NCX (OPF 2.0.1), by which EPUB 2 reading systems navigate. */
export function ncxDocument({ metadata, nav, words }: Publication, addressOf: AddressOf): string {
  const { language, identifier, title } = metadata;
  let order = 0;
  const point = (item: NavItem): Element => {
    order += 1;
    const label = item.number === undefined ? item.title : `${item.number}. ${item.title}`;
    return x(
      "navPoint",
      { id: `point-${order}`, playOrder: String(order) },
      x("navLabel", {}, x("text", {}, label)),
      x("content", { src: addressOf(item.id) }),
      item.children.map(point),
    );
  };
  return toXmlDocument(
    x(
      "ncx",
      {
        xmlns: "http://www.daisy.org/z3986/2005/ncx/",
        version: "2005-1",
        "xml:lang": language,
        dir: direction(language),
      },
      x(
        "head",
        {},
        meta("dtb:uid", identifier),
        meta("dtb:depth", String(depth(nav))),
        meta("dtb:totalPageCount", "0"),
        meta("dtb:maxPageNumber", "0"),
      ),
      x("docTitle", {}, x("text", {}, title)),
      x("navMap", {}, x("navLabel", {}, x("text", {}, words.contents)), nav.map(point)),
    ),
  );
}

function meta(name: string, content: string): Element {
  return x("meta", { name, content });
}

function depth(items: readonly NavItem[]): number {
  return items.length === 0 ? 0 : 1 + Math.max(...items.map(({ children }) => depth(children)));
}
