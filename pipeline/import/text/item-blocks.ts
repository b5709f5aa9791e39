import type {
  BlockContent,
  DefinitionContent,
  Image,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
} from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Item, Note } from "./draft.js";
import type { Labelled } from "./labels.js";

type Flow = BlockContent | DefinitionContent;

/** Make inline content of a text of an item. */
export type Words = (text: string, item: Pick<Item, "lines">) => PhrasingContent[];

/** Make the block of an item, as an author would write it; a heading has the depth that fits its place, a picture its file. */
export function blockOf(
  item: Item,
  depth: number,
  picture: string,
  words: Words,
): Exclude<RootContent, { type: "text" }> {
  switch (item.kind) {
    case "heading":
      return {
        type: "heading",
        depth: Math.max(2, Math.min(6, depth)) as 2,
        children: words(item.text, item),
      };
    case "item":
      return listOf(item, words);
    case "figure":
      return figureOf(item, picture, words);
    case "series":
      return seriesOf(item, words);
    case "person":
      return directive("contributor", item.role === undefined ? {} : { role: item.role }, [
        label(words(item.name, item)),
        ...paragraphs(item.text, item, words),
      ]);
    default:
      return paragraph(words(item.text, item));
  }
}

/** Make the definition of a note, under its label. */
export function definitionOf(note: Note, { label, number }: Labelled, words: Words): RootContent {
  return {
    type: "footnoteDefinition",
    identifier: label,
    label,
    ...(label !== number && { data: { label: number } }),
    children: paragraphs(note.text, note, words),
  };
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

function paragraphs(text: string, item: Pick<Item, "lines">, words: Words): Paragraph[] {
  return text.split("\n\n").map((part) => paragraph(words(part, item)));
}

function listOf(item: Item & { readonly kind: "item" }, words: Words): List {
  const ordered = item.list === "numbered";
  const data = item.number === undefined ? {} : { data: { label: item.number } };
  const children = [paragraph(words(item.text, item))];
  return {
    type: "list",
    ordered,
    spread: false,
    ...(ordered && { start: Number(item.number ?? 1) }),
    children: [{ type: "listItem", spread: false, children, ...data }],
  };
}

function figureOf(item: Item & { readonly kind: "figure" }, url: string, words: Words): ContainerDirective {
  const image: Image = { type: "image", url, alt: "" };
  const caption = item.text === "" ? [] : [paragraph(words(item.text, item))];
  const attributes = item.credit === undefined ? {} : { credit: item.credit };
  return directive("figure", attributes, [paragraph([image]), ...caption]);
}

function seriesOf(item: Item & { readonly kind: "series" }, words: Words): ContainerDirective {
  const link = item.link === undefined ? undefined : paragraph(words(item.link, item));
  const [only] = link?.children ?? [];
  const href = only?.type === "link" && /^https?:/.test(only.url) ? { href: only.url } : {};
  return directive("series", href, [
    label(words(item.title, item)),
    paragraph(words(item.text, item)),
    ...(link ? [link] : []),
  ]);
}

function directive(name: string, attributes: Record<string, string>, children: Flow[]): ContainerDirective {
  return { type: "containerDirective", name, attributes, children };
}

function label(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", data: { directiveLabel: true }, children };
}
