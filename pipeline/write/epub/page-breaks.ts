import type { Element, ElementContent, Text } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import type { Part, PrintPage } from "../../publication.js";
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
export function pageBreaksOf(pages: readonly PrintPage[], parts: readonly Part[]): readonly PageBreak[] {
  const seen = new Set<string>();
  return pages.flatMap(({ folio, start }) => {
    if (folio === "" || start === undefined) return [];
    const partId = start.origin.slice(0, start.origin.lastIndexOf("/"));
    const part = parts.find(({ id }) => id === partId);
    const id = `page-${folio}`;
    if (!part || part.kind === "cover" || seen.has(id)) return [];
    seen.add(id);
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
  const places = new Set(breaks.map(({ origin, offset }) => `${origin}:${offset}`));
  for (const place of places) {
    const here = breaks.filter(({ origin, offset }) => `${origin}:${offset}` === place);
    const [{ origin, offset } = { origin: "", offset: 0 }] = here;
    const block = found.get(origin);
    if (!block) throw new Error(`Unexpected page break at ${origin}, which the book does not hold`);
    const markers = here.map(pageMarker);
    if (isWhole(block.element)) insert(block.parent, block.element, markers);
    else insertAt(block.element, offset, markers);
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
  return /^(?:h[1-6]|figure|table)$/.test(tagName);
}

function insert(parent: Element, before: ElementContent, nodes: readonly ElementContent[]): void {
  parent.children.splice(parent.children.indexOf(before), 0, ...nodes);
}

/** Put markers before the character that so many others of the block come before; spaces do not count. */
function insertAt(block: Element, offset: number, markers: readonly Element[]): void {
  const spot = offset === 0 ? undefined : spotAt(block, { left: offset });
  if (!spot) {
    // Behind all of its words begins a page that has none: the last notes of a work went over to it.
    if (offset === 0) block.children.unshift(...markers);
    else block.children.push(...markers);
    return;
  }
  const { parent, child, at } = spot;
  if (child.type === "text" && at > 0) {
    insert(parent, child, [{ type: "text", value: child.value.slice(0, at) }]);
    child.value = child.value.slice(at);
  }
  insert(parent, child, markers);
}

/** A place among the children of an element: before one of them, or so far into its text. */
interface Spot {
  readonly parent: Element;
  readonly child: Text | Element;
  readonly at: number;
}

function spotAt(parent: Element, count: { left: number }): Spot | undefined {
  for (const child of parent.children) {
    if (child.type === "text") {
      const at = skip(child.value, count);
      if (at !== undefined) return { parent, child, at };
    } else if (child.type === "element" && isCounted(child)) {
      if (child.tagName !== "math") {
        const spot = spotAt(child, count);
        if (spot) return spot;
      } else if (skip(textOf(child), count) !== undefined) {
        // A formula takes no marker within: no page begins there.
        return { parent, child, at: 0 };
      }
    }
  }
  return undefined;
}

/** Nested blocks count for themselves; drawings and what is hidden from readers do not count on a page either. */
function isCounted({ tagName, properties }: Element): boolean {
  return properties.dataOrigin === undefined && tagName !== "svg" && properties.ariaHidden !== "true";
}

/** Count characters down; the index of the first that is not to be skipped, or undefined where the text does not reach so far. */
function skip(text: string, count: { left: number }): number | undefined {
  for (let at = 0; at < text.length; at++) {
    if (/[\s\u00AD\u200B]/.test(text.charAt(at))) continue;
    if (count.left === 0) return at;
    count.left--;
  }
  return undefined;
}
