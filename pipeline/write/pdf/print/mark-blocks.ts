import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { placeOf } from "../../../problem.js";
import type { Block, LinkFacts } from "../tags/block.js";
import { toKeyed } from "../tags/key.js";

/** What each element is in a tagged PDF; others are not there, and their content belongs to the block around them. */
const types: Readonly<Record<string, string>> = {
  aside: "Aside",
  blockquote: "BlockQuote",
  caption: "Caption",
  dd: "P",
  dt: "P",
  figcaption: "Caption",
  figure: "Figure",
  h1: "H1",
  h2: "H2",
  h3: "H3",
  h4: "H4",
  h5: "H5",
  h6: "H6",
  li: "LI",
  math: "Formula",
  ol: "L",
  p: "P",
  pre: "P",
  section: "Sect",
  table: "Table",
  td: "TD",
  th: "TH",
  tr: "TR",
  ul: "L",
};

/** A block while its words are gathered. */
type Draft = { -readonly [Key in keyof Block]: Block[Key] } & { readonly links: Map<string, LinkFacts> };

/**
 * Write the key of each block into its language, by which its tags in the browser's PDF are known, and tell the blocks in the
 * order of the document; chapters of a group stand in the block of its part title. Do it last: whatever asks for languages must come before.
 */
export function markBlocks(sections: readonly Element[], language: string): readonly Block[] {
  const blocks: Draft[] = [];
  const notes = new Map(sections.flatMap(notesOf));
  const parts = new Map<string, Draft>();
  for (const section of sections) {
    const { dataPart, dataGroup } = section.properties;
    const first = blocks.length;
    visitElement(section, parts.get(String(dataGroup)), language);
    if (typeof dataPart === "string") for (const block of blocks.slice(first)) block.partId = dataPart;
    const own = blocks[first];
    if (own?.type === "Part") parts.set(String(dataPart), own);
  }
  return blocks;

  function visitElement(element: Element, around: Draft | undefined, outer: string): void {
    const { tagName, properties } = element;
    if (properties.ariaHidden === "true") return;
    const own = typeof properties.lang === "string" ? properties.lang : undefined;
    const inner = own ?? outer;
    const type = typeOf(element, around);
    if (type === undefined) {
      // Chromium forgets the language of inline elements that mean nothing else to it.
      if (own !== undefined && !/^(?:em|strong|code)$/.test(tagName)) properties.role ??= "group";
      if (tagName === "a" && around) around.links.set(String(properties.href), linkFacts(element, notes));
      visitChildren(element.children, around, inner);
      return;
    }
    const key = blocks.length;
    const place = placeOf(element, element.data?.file ?? "");
    const block: Draft = {
      key,
      parent: around?.key,
      type,
      language: inner,
      text: "",
      links: new Map(),
      ...(typeof properties.dataOrigin === "string" && { origin: properties.dataOrigin }),
      ...(type === "Note" && { id: String(properties.id) }),
      place: element.data?.file === undefined ? around?.place : (place ?? around?.place),
      ...(type === "L" && { numbering: numberingOf(element) }),
      ...(Number(properties.rowSpan) > 1 && { rowSpan: Number(properties.rowSpan) }),
    };
    blocks.push(block);
    properties.lang = toKeyed(inner, key);
    // The signs of a formula are painted in an order of their own; its source stands for them.
    if (type === "Formula") block.alt = String(properties.alttext ?? textOf(element));
    else visitChildren(element.children, block, inner);
  }

  function visitChildren(
    children: readonly ElementContent[],
    block: Draft | undefined,
    language: string,
  ): void {
    for (const child of children) {
      if (child.type === "text" && block) block.text += child.value;
      // The words of a drawing are the picture's, which has a description.
      if (child.type !== "element" || child.tagName === "svg") continue;
      if (block && /^(?:br|hr|img|div|header)$/.test(child.tagName)) block.text += "\n";
      visitElement(child, block, language);
    }
  }
}

function typeOf({ tagName, properties, children }: Element, around: Draft | undefined): string | undefined {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  if (tagName === "section" && classes.includes("part-title")) return "Part";
  if (classes.includes("contents-list")) return "TOC";
  if (classes.includes("footnote")) return "Note";
  if (tagName === "li" && around?.type === "TOC") return "TOCI";
  // The source of a quotation: its words alone, or paragraphs of their own.
  if (tagName === "footer") {
    return children.some((child) => child.type === "element" && child.tagName === "p") ? undefined : "P";
  }
  // The picture is an artifact; a caption, where there is one, stands by itself.
  if (tagName === "figure" && isOrnament(children)) return "Div";
  return types[tagName];
}

/** Say of a figure's content that its pictures are there and only decorate. */
function isOrnament(children: readonly ElementContent[]): boolean {
  const pictures = children.filter(
    (child) => child.type === "element" && /^(?:img|svg)$/.test(child.tagName),
  ) as Element[];
  return (
    pictures.length > 0 &&
    pictures.every(({ properties }) => properties.role === "presentation" || properties.ariaHidden === "true")
  );
}

/** How the items of a list are numbered (ISO 32000-1, table 347). */
function numberingOf({ tagName, properties }: Element): string {
  const ordered = { a: "LowerAlpha", A: "UpperAlpha", i: "LowerRoman", I: "UpperRoman" } as const;
  if (tagName === "ul") return "Disc";
  return ordered[String(properties.type) as keyof typeof ordered] ?? "Decimal";
}

/** The beginning of each note, by the address that leads to it: more than its number, it says where a call leads. */
function notesOf(section: Element): [href: string, words: string][] {
  const found: [string, string][] = [];
  visit(section, "element", (note) => {
    if (note.properties.dataNumber === undefined) return;
    const words = wordsOf(note);
    found.push([`#${note.properties.id}`, words.length > 120 ? `${words.slice(0, 119).trimEnd()}…` : words]);
  });
  return found;
}

function linkFacts(link: Element, notes: ReadonlyMap<string, string>): LinkFacts {
  const { className, ariaLabel, href } = link.properties;
  const classes = Array.isArray(className) ? className : [];
  const isInternal = String(href).startsWith("#");
  const use = classes.includes("note-number") ? "number" : isInternal ? "reference" : "plain";
  return { use, label: String(ariaLabel ?? notes.get(String(href)) ?? wordsOf(link)) };
}

function wordsOf(element: Element): string {
  return textOf(element)
    .replace(/[\u00AD\u200B]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
