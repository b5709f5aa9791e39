import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { EXIT, visit } from "unist-util-visit";
import type { Exhibit, Words } from "../publication.js";
import type { Draft } from "./draft.js";
import { plainText } from "./plain-text.js";

/** Number figures and tables that have a caption through the whole publication, and write their labels into the captions. */
export function numberExhibits(drafts: readonly Draft[], words: Words): Exhibit[] {
  const exhibits: Exhibit[] = [];
  const count = { figure: 0, table: 0 };
  for (const draft of drafts) {
    let local = 0;
    visit({ type: "root", children: draft.content }, "element", (element: Element) => {
      const kind = kindOf(element);
      if (!kind) return;
      element.properties.id ??= `${draft.chapter.id}-${kind}-${++local}`;
      describe(element);
      const line = captionLine(element);
      if (!line) return;
      const label = `${words[kind]} ${++count[kind]}`;
      const caption = captionOf(line);
      line.children.unshift(h("span.label", `${label}.`), { type: "text", value: " " });
      exhibits.push({ kind, id: String(element.properties.id), partId: draft.chapter.id, label, caption });
    });
  }
  return exhibits;
}

/** Join the pictures of a figure to its long description, by an id that follows from the figure's. */
function describe(figure: Element): void {
  const description = figure.children.find((child) => hasClass(child, "description"));
  if (description?.type !== "element") return;
  description.properties.id ??= `${figure.properties.id}-description`;
  visit(figure, { tagName: "img" }, (image: Element) => {
    image.properties.ariaDetails = description.properties.id;
  });
}

/** Read the captions again once their references are filled: what a list of figures says is what stands below the figure. */
export function readCaptions(exhibits: readonly Exhibit[], drafts: readonly Draft[]): Exhibit[] {
  const captions = new Map<string, string>();
  for (const draft of drafts) {
    visit({ type: "root", children: draft.content }, "element", (element: Element) => {
      const line = kindOf(element) && captionLine(element);
      if (line) captions.set(String(element.properties.id), captionOf(line));
    });
  }
  return exhibits.map((exhibit) => ({ ...exhibit, caption: captions.get(exhibit.id) ?? exhibit.caption }));
}

function captionOf(line: Element): string {
  return plainText(line.children.filter((child) => !hasClass(child, "credit") && !hasClass(child, "label")));
}

function kindOf(element: Element): "figure" | "table" | undefined {
  if (element.tagName === "figure" && hasClass(element, "figure")) return "figure";
  return element.tagName === "div" && hasClass(element, "table") ? "table" : undefined;
}

/** The element that holds the first line of a caption. */
function captionLine(exhibit: Element): Element | undefined {
  let line: Element | undefined;
  visit(exhibit, "element", (node: Element) => {
    if (node.tagName !== "figcaption" && node.tagName !== "caption") return undefined;
    const [first] = node.children;
    line = first?.type === "element" && first.tagName === "p" ? first : node;
    return EXIT;
  });
  return line;
}

function hasClass(node: ElementContent, name: string): boolean {
  return (
    node.type === "element" &&
    Array.isArray(node.properties.className) &&
    node.properties.className.includes(name)
  );
}
