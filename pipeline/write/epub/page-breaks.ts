import type { Element, Text } from "hast";
import { h } from "hastscript";
import type { Page, Part } from "../../publication.js";
import { documentName } from "./links.js";

/** A page of the print edition that begins somewhere in the book. */
export interface PageBreak {
  /** `page-12`, and the fragment of its address. */
  readonly id: string;
  /** The folio as it is printed: `iv`, `12`. */
  readonly label: string;
  readonly partId: string;
  /** Relative to the package document: `israel.xhtml#page-12`. */
  readonly href: string;
  readonly origin: string;
  readonly offset: number;
}

/** List the numbered pages that show something of the book, in their order; the cover counts nothing and is not in it. */
export function pageBreaksOf(pages: readonly Page[], parts: readonly Part[]): readonly PageBreak[] {
  const seen = new Set<string>();
  return pages.flatMap(({ folio, start }) => {
    if (folio === "" || start === undefined) return [];
    const partId = start.origin.slice(0, start.origin.lastIndexOf("/"));
    const part = parts.find(({ id }) => id === partId);
    // The list of a contents page is the nav's, which holds links alone: its later pages begin nowhere.
    const id = `page-${folio}`;
    const place = `${start.origin}:${start.offset}`;
    if (!part || part.kind === "cover" || seen.has(place) || seen.has(id)) return [];
    seen.add(place).add(id);
    return [{ id, label: folio, partId, href: `${documentName(part)}#${id}`, ...start }];
  });
}

/** Make the marker of a page (EPUB 3 Structural Semantics Vocabulary, `pagebreak`). */
export function pageMarker({ id, label }: PageBreak): Element {
  return h("span", { id, "epub:type": "pagebreak", role: "doc-pagebreak", ariaLabel: label });
}

/** Put the markers into a section whose blocks bear `data-origin`, and take those marks off, in place. Throws where a block is missing. */
export function placePageBreaks(section: Element, breaks: readonly PageBreak[]): void {
  const found = blocksOf(section);
  for (const each of breaks) {
    const block = found.get(each.origin);
    if (!block) throw new Error(`Unexpected page break at ${each.origin}, which the book does not hold`);
    const marker = pageMarker(each);
    if (isWhole(block.element))
      block.parent.children.splice(block.parent.children.indexOf(block.element), 0, marker);
    else place(block.element, marker, each.offset);
  }
  for (const { element } of found.values()) delete element.properties.dataOrigin;
}

type Block = { readonly element: Element; readonly parent: Element };

function blocksOf(section: Element): Map<string, Block> {
  const found = new Map<string, Block>();
  const look = (element: Element, parent: Element): void => {
    const { dataOrigin } = element.properties;
    if (typeof dataOrigin === "string") found.set(dataOrigin, { element, parent });
    for (const child of element.children) if (child.type === "element") look(child, element);
  };
  look(section, section);
  return found;
}

/** What takes no marker within: headings, which readers list by their content, and what begins with a picture. */
function isWhole({ tagName }: Element): boolean {
  return /^(?:h[1-6]|figure|table|pre)$/.test(tagName);
}

/** Put a marker before the character that so many others of the block come before; spaces do not count. */
function place(block: Element, marker: Element, offset: number): void {
  const spot = spotAt(block, { left: offset });
  if (!spot || offset === 0) {
    block.children.unshift(marker);
    return;
  }
  const { parent, node, at } = spot;
  const before = node.type === "text" ? node.value.slice(0, at) : "";
  parent.children.splice(
    parent.children.indexOf(node),
    1,
    ...(before === "" ? [] : [{ type: "text" as const, value: before }]),
    marker,
    node.type === "text" ? { type: "text", value: node.value.slice(at) } : node,
  );
}

interface Spot {
  readonly parent: Element;
  /** A text, or an element that must stay whole. */
  readonly node: Text | Element;
  readonly at: number;
}

function spotAt(parent: Element, count: { left: number }): Spot | undefined {
  for (const child of parent.children) {
    if (child.type === "element") {
      if (child.properties.dataOrigin !== undefined || child.tagName === "svg") continue;
      const spot = spotAt(child, count);
      // MathML holds no elements of HTML.
      if (spot) return child.tagName === "math" ? { parent, node: child, at: 0 } : spot;
    } else if (child.type === "text") {
      for (let at = 0; at < child.value.length; at++) {
        if (/[\s\u00AD\u200B]/.test(child.value.charAt(at))) continue;
        if (count.left === 0) return { parent, node: child, at };
        count.left--;
      }
    }
  }
  return undefined;
}
