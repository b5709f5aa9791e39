import type { Root } from "hast";
import type { Part } from "../../publication.js";
import { elementsOf } from "./elements.js";

/** Where an id lives: the document and the place in it, relative to the package document. */
export type AddressOf = (id: string) => string;

/** Name the document of a part; the contents are the navigation document. */
export function documentName(part: Pick<Part, "id" | "kind">): string {
  return part.kind === "contents" ? "nav.xhtml" : `${part.id}.xhtml`;
}

/** Index where every id of the publication lives. The returned function throws on an id that lives nowhere. */
export function addresses(parts: readonly Part[]): AddressOf {
  const index = new Map<string, string>();
  for (const part of parts) {
    for (const { properties } of elementsOf(part.tree)) {
      if (properties.id) index.set(String(properties.id), `${documentName(part)}#${properties.id}`);
    }
    // A part begins with its document: readers count a fragment as a place within.
    index.set(part.id, documentName(part));
  }
  return (id) => {
    const address = index.get(id);
    if (address === undefined) throw new Error(`Unexpected link to #${id}, which no part holds`);
    return address;
  };
}

/** Lead every internal link of a tree to the document where its target lives, in place. */
export function relink(tree: Root, addressOf: AddressOf): void {
  for (const { tagName, properties } of elementsOf(tree)) {
    const { href } = properties;
    if (tagName === "a" && typeof href === "string" && href.startsWith("#")) {
      properties.href = addressOf(href.slice(1));
    }
  }
}
