import type { NavItem, Part } from "../../publication.js";
import { countBlocks } from "./mark-origins.js";

/** Name the entries of the contents as blocks of their part, `contents/4`, behind those of its tree: both editions list them. */
export function contentsOrigins(contents: Part, nav: readonly NavItem[]): ReadonlyMap<NavItem, string> {
  const first = countBlocks(contents.tree);
  return new Map(flat(nav).map((item, index) => [item, `${contents.id}/${first + index}`]));
}

function flat(items: readonly NavItem[]): NavItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}
