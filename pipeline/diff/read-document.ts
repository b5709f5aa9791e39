import { descendants, textOf, type XmlNode } from "../import/xml.js";
import type { Exhibit, Note, Word } from "./edition.js";
import { fingerprint } from "./fingerprint.js";
import { resolveIn } from "./resolve-in.js";
import { splitWords, uncounted } from "./split-words.js";

/** What one content document of a book gives to a comparison. */
export interface BookDocument {
  readonly words: readonly Word[];
  readonly notes: readonly Note[];
  readonly exhibits: readonly Exhibit[];
  readonly targets: readonly (readonly [address: string, words: string])[];
  readonly links: readonly string[];
}

/** What goes on from document to document. */
interface Position {
  block: number;
  page: string;
}

const blocks =
  /^(?:address|article|aside|blockquote|body|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/;
const silent = /^(?:head|script|style|svg)$/;

/** Read a content document; `pictures` are hashes of the book's images by path. */
export function readDocument(
  tree: XmlNode,
  path: string,
  position: Position,
  pictures: ReadonlyMap<string, string>,
): BookDocument {
  const words: Word[] = [];
  const notes: Note[] = [];
  const exhibits: Exhibit[] = [];
  const targets: [string, string][] = [];
  const links: string[] = [];
  let section = "";
  let isGlued = false;

  const say = (text: string, isCounted: boolean) => {
    const pieces = splitWords(text);
    pieces.forEach((piece, i) => {
      const key = isCounted ? uncounted(piece) : piece;
      const last = words.at(-1);
      // `emphas<em>ised</em>` is one word.
      if (i === 0 && isGlued && last && !/^\s/.test(text))
        words[words.length - 1] = { ...last, text: last.text + piece, key: last.key + key };
      else words.push({ text: piece, key, block: position.block, section, page: position.page });
    });
    if (text !== "") isGlued = pieces.length > 0 && !/\s$/.test(text);
  };

  const walk = (node: XmlNode, counted: boolean, shown: boolean): void => {
    const { name, attributes } = node;
    const spoken = attributes["aria-label"] ?? attributes.alt;
    // A picture that is in no figure is one by itself.
    if ((name === "img" || name === "svg") && spoken && !shown)
      exhibits.push({ id: "", label: "", caption: spoken, page: position.page, picture: pictureOf([node]) });
    if (silent.test(name)) {
      if (spoken && name === "svg") say(` [${spoken}] `, false);
      return;
    }
    if (is(node, "pagebreak")) {
      position.page = attributes["aria-label"] ?? attributes.title ?? position.page;
      return;
    }
    if (is(node, "noteref") || is(node, "backlink")) return;
    const isBlock = blocks.test(name);
    if (isBlock) {
      position.block++;
      isGlued = false;
    }
    if (/^h[1-6]$/.test(name)) section = plain(node);
    if (name === "img" && attributes.alt) say(` [${attributes.alt}] `, false);
    if (name === "br") isGlued = false;
    if (name === "a" && /^(?:https?|mailto):/i.test(attributes.href ?? "")) links.push(attributes.href ?? "");
    const from = words.length;
    const isCounted = counted || isMachineNumbered(node);
    for (const child of node.children) {
      if (typeof child === "string") say(child, isCounted);
      else walk(child, isCounted, shown || isExhibit(node) || is(node, "cover"));
    }
    if (isBlock) {
      position.block++;
      isGlued = false;
    }
    if (isNote(node)) {
      const text = words
        .slice(from)
        .map((word) => word.text)
        .join(" ");
      notes.push({ number: numberOf(node), text, page: words[from]?.page ?? position.page });
    }
    if (isExhibit(node)) exhibits.push(exhibitOf(node, position.page));
  };

  const exhibitOf = (node: XmlNode, page: string): Exhibit => {
    const inside = descendants(node);
    const caption = inside.find(({ name }) => name === "figcaption" || name === "caption");
    const label = caption && descendants(caption).find((each) => hasClass(each, "label"));
    const labelText = label ? plain(label) : "";
    return {
      id: node.attributes.id ?? "",
      label: labelText.replace(/[.:]$/, ""),
      caption: caption ? plain(caption).slice(labelText.length).trim() : "",
      page,
      picture: pictureOf(inside),
    };
  };

  const pictureOf = (inside: readonly XmlNode[]): string => {
    const shown = inside.flatMap((node) => {
      const source = node.name === "img" ? node.attributes.src : undefined;
      if (source !== undefined) return [pictures.get(resolveIn(path, source)) ?? ""];
      return node.name === "svg" ? [fingerprint(JSON.stringify(contentOf(node)))] : [];
    });
    return shown.length > 0 ? shown.join(" ") : "";
  };

  walk(tree, false, false);
  for (const node of descendants(tree)) {
    const id = node.attributes.id;
    if (id) targets.push([`${path}#${id}`, nameOf(node)]);
  }
  return { words, notes, exhibits, targets, links };
}

/** By what a person knows a place again: its heading or caption, else how it begins. */
function nameOf(node: XmlNode): string {
  const heading = descendants(node).find(({ name }) => /^(?:h[1-6]|figcaption|caption)$/.test(name));
  return `${node.name} ${plain(heading ?? node).slice(0, 100)}`.trimEnd();
}

function contentOf(node: XmlNode): unknown {
  return [
    node.name,
    node.attributes,
    node.children.map((child) => (typeof child === "string" ? child.trim() : contentOf(child))),
  ];
}

function isMachineNumbered(node: XmlNode): boolean {
  return ["cross-reference", "label", "chapter-number"].some((name) => hasClass(node, name));
}

function isNote(node: XmlNode): boolean {
  return ["footnote", "endnote", "rearnote"].some((type) => is(node, type));
}

function isExhibit(node: XmlNode): boolean {
  return node.name === "figure" || hasClass(node, "table");
}

function numberOf(node: XmlNode): string {
  const link = descendants(node).find((each) => is(each, "backlink"));
  return node.attributes["data-number"] ?? (link ? plain(link).replace(/\W+$/, "") : "");
}

/** Say whether an element has a meaning, as `epub:type` or as the DPUB-ARIA role of the same name. */
function is({ attributes }: XmlNode, type: string): boolean {
  const words = (value: string | undefined) => value?.split(/\s+/) ?? [];
  return words(attributes["epub:type"]).includes(type) || words(attributes.role).includes(`doc-${type}`);
}

function hasClass({ attributes }: XmlNode, name: string): boolean {
  return attributes.class?.split(/\s+/).includes(name) ?? false;
}

function plain(node: XmlNode): string {
  return textOf(node).replace(/\s+/g, " ").trim();
}
