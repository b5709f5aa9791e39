import type { Element } from "xast";
import { direction } from "../../direction.js";
import type { NavItem, Publication } from "../../publication.js";
import { type ExhibitList, exhibitLists, titleOf } from "../exhibit-lists.js";
import type { AddressOf } from "./links.js";
import type { PageBreak } from "./page-breaks.js";
import { toXmlDocument, x } from "./xml.js";

/** Write the NCX (OPF 2.0.1), by which EPUB 2 reading systems navigate. */
export function ncxDocument(
  publication: Publication,
  addressOf: AddressOf,
  pageBreaks: readonly PageBreak[] = [],
): string {
  const { metadata, nav, words } = publication;
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
  const map = x("navMap", {}, x("navLabel", {}, x("text", {}, words.contents)), nav.map(point));
  let last = order + pageBreaks.length;
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
        meta("dtb:totalPageCount", String(pageBreaks.length)),
        meta("dtb:maxPageNumber", String(Math.max(0, ...pageBreaks.map(number)))),
      ),
      x("docTitle", {}, x("text", {}, title)),
      map,
      pageBreaks.length === 0
        ? undefined
        : x(
            "pageList",
            {},
            x("navLabel", {}, x("text", {}, words.pageList)),
            pageBreaks.map((each, index) => target(each, order + index + 1)),
          ),
      exhibitLists(publication).map((list) => navList(list, () => ++last, addressOf)),
    ),
  );
}

/** List figures or tables beside the contents; the class is the one that the NCX knows them by. */
function navList(
  { id, title, exhibits }: ExhibitList,
  nextOrder: () => number,
  addressOf: AddressOf,
): Element {
  return x(
    "navList",
    { id, class: exhibits[0]?.kind },
    x("navLabel", {}, x("text", {}, title)),
    exhibits.map((exhibit) =>
      x(
        "navTarget",
        { id: `exhibit-${exhibit.id}`, class: exhibit.kind, playOrder: String(nextOrder()) },
        x("navLabel", {}, x("text", {}, titleOf(exhibit))),
        x("content", { src: addressOf(exhibit.id) }),
      ),
    ),
  );
}

/** Lead to a page; roman ones are `front` and have no value (OPF 2.0.1, NCX). */
function target({ label, href, id }: PageBreak, playOrder: number): Element {
  const isNormal = /^\d+$/.test(label);
  return x(
    "pageTarget",
    {
      id: `target-${id}`,
      type: isNormal ? "normal" : "front",
      value: isNormal ? label : undefined,
      playOrder: String(playOrder),
    },
    x("navLabel", {}, x("text", {}, label)),
    x("content", { src: href }),
  );
}

function number({ label }: PageBreak): number {
  return Number(label) || 0;
}

function meta(name: string, content: string): Element {
  return x("meta", { name, content });
}

function depth(items: readonly NavItem[]): number {
  return items.length === 0 ? 0 : 1 + Math.max(...items.map(({ children }) => depth(children)));
}
