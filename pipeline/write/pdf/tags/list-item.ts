import type { Item, Tag } from "./item.js";

const isTag =
  (type: string) =>
  (item: Item | undefined): item is Tag =>
    item?.kind === "tag" && item.type === type;
const isLabel = isTag("Lbl");
const isParagraph = isTag("P");

/** Part an item of a list into its label and its body (ISO 32000-1, 14.8.4.3.3); the label may be the number of a note. */
export function finishList(tag: Tag): Tag {
  const { labels, rest } = partLabel(tag);
  return { ...tag, children: [...labels, { kind: "tag", type: "LBody", children: rest }] };
}

/** Set the number of a footnote before its paragraphs, as its label (ISO 32000-1, 14.8.4.4.1). */
export function finishNote(tag: Tag): Tag {
  const { labels, rest } = partLabel(tag);
  return { ...tag, children: [...labels, ...rest] };
}

function partLabel(tag: Tag): { labels: Item[]; rest: readonly Item[] } {
  const own = tag.children.filter(isLabel);
  const rest: readonly Item[] = tag.children.filter((child) => !isLabel(child));
  const [first, ...others] = rest;
  const numbers = isParagraph(first) ? first.children.filter(isLabel) : [];
  const text = isParagraph(first) ? first.children.filter((child) => !isLabel(child)) : [];
  // A paragraph of the number alone is none without it.
  const opening: Item[] = isParagraph(first) && text.length > 0 ? [{ ...first, children: text }] : [];
  const unnumbered = numbers.length > 0 ? [...opening, ...others] : rest;
  const [label, ...more] = [...own, ...numbers];
  // An item has one label: the browser tags bullet and number apart where both are there.
  const labels: Item[] = label
    ? [{ ...label, children: [...label.children, ...more.flatMap(({ children }) => children)] }]
    : [];
  return { labels, rest: unnumbered };
}
