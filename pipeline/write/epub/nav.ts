import type { Element } from "hast";
import { h } from "hastscript";
import { cloneTree } from "../../clone-tree.js";
import type { NavItem, Part, Publication } from "../../publication.js";
import { type ExhibitList, exhibitLists, titleOf } from "../exhibit-lists.js";
import { contentsOrigins } from "../pages/contents-origins.js";
import { classesOf } from "../pdf/print/contents-list.js";
import { landmarksOf } from "./landmarks.js";
import type { AddressOf } from "./links.js";
import { type PageBreak, pageMarker } from "./page-breaks.js";
import { matterOf } from "./semantics.js";
import { toContentDocument } from "./xhtml.js";

/** Write the navigation document (EPUB 3.3, "EPUB navigation document"), which is the contents page as well. */
export function navDocument(
  contents: Part,
  publication: Publication,
  addressOf: AddressOf,
  pageBreaks: readonly PageBreak[] = [],
): string {
  const { metadata, nav, words } = publication;
  const origins = contentsOrigins(contents, nav);
  const inList = new Set(origins.values());
  const pagesBefore = pageBreaks.filter(
    ({ partId, origin }) => partId === contents.id && !inList.has(origin),
  );
  return toContentDocument({
    language: metadata.language,
    title: contents.title,
    matter: matterOf(contents),
    body: [
      ...pagesBefore.map(pageMarker),
      tocNav(contents, nav, { addressOf, origins, pageBreaks }),
      "\n",
      ...exhibitLists(publication).map((list) => exhibitNav(list, addressOf)),
      h("nav#landmarks", { "epub:type": "landmarks", ariaLabelledBy: "landmarks-title", hidden: true }, [
        h("h2#landmarks-title", words.landmarks),
        h(
          "ol",
          landmarksOf(publication).map(({ type, href, label }) =>
            h("li", h("a", { "epub:type": type, href }, label)),
          ),
        ),
      ]),
      ...pageList(pageBreaks, words.pageList),
    ].map((child) => (typeof child === "string" ? { type: "text", value: child } : child)),
  });
}

/** List figures or tables where everyone sees them, behind the contents (EPUB 3.3, "Other nav elements"). */
function exhibitNav({ type, id, title, exhibits }: ExhibitList, addressOf: AddressOf): Element {
  const links = exhibits.map((exhibit) => h("li", h("a", { href: addressOf(exhibit.id) }, titleOf(exhibit))));
  return h("nav.exhibits", { id, "epub:type": type, ariaLabelledBy: `${id}-title` }, [
    h("h2", { id: `${id}-title` }, title),
    h("ol", links),
  ]);
}

/** List the pages of the print edition (EPUB 3.3, "The page-list nav element"), which the nav page does not show. */
function pageList(pageBreaks: readonly PageBreak[], title: string): (Element | string)[] {
  if (pageBreaks.length === 0) return [];
  const links = pageBreaks.map(({ href, label }) => h("li", h("a", { href }, label)));
  const properties = {
    "epub:type": "page-list",
    role: "doc-pagelist",
    ariaLabelledBy: "page-list-title",
    hidden: true,
  };
  return ["\n", h("nav#page-list", properties, [h("h2#page-list-title", title), h("ol", links)])];
}

/** What an entry of the contents asks of the book. */
interface Listing {
  readonly addressOf: AddressOf;
  readonly origins: ReadonlyMap<NavItem, string>;
  readonly pageBreaks: readonly PageBreak[];
}

/** Turn the section of the contents into the nav that it is, its heading first. */
function tocNav(contents: Part, items: readonly NavItem[], book: Listing): Element {
  const [section] = cloneTree(contents.tree).children;
  if (section?.type !== "element") throw new Error(`Expected the part ${contents.id} to be one section`);
  return {
    ...section,
    tagName: "nav",
    properties: { ...section.properties, "epub:type": "toc", role: "doc-toc" },
    children: [...heading(section), list(items, book)],
  };
}

/** A nav holds one heading and one list, nothing around them (EPUB 3.3, "The nav element: restrictions"). */
function heading(section: Element): Element[] {
  for (const child of section.children) {
    if (child.type !== "element") continue;
    const found = /^h[1-6]$/.test(child.tagName) ? [child] : heading(child);
    if (found.length > 0) return found;
  }
  return [];
}

function list(items: readonly NavItem[], book: Listing): Element {
  return h(
    "ol.contents-list",
    items.map((item) => entry(item, book)),
  );
}

/**
 * The words of an entry are read out of the link by shelves and menus, so they make sense without any style. A printed page that
 * begins with the entry is marked in the link: a list of a nav holds nothing else.
 */
function entry(item: NavItem, book: Listing): Element {
  const { number, title, authors, id, children } = item;
  return h("li", { className: classesOf(item) }, [
    h("a", { href: book.addressOf(id) }, [
      ...book.pageBreaks.filter(({ origin }) => origin === book.origins.get(item)).map(pageMarker),
      ...(number === undefined ? [] : [h("span.contents-number", `${number}.`), " "]),
      h("span.contents-title", title),
      ...(authors.length === 0 ? [] : [" ", h("span.contents-authors", `— ${authors.join(", ")}`)]),
    ]),
    ...(children.length === 0 ? [] : [list(children, book)]),
  ]);
}
