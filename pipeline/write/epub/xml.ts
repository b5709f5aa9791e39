import type { Element, ElementContent, Root } from "xast";
import { toXml } from "xast-util-to-xml";

type Child = ElementContent | string | readonly Child[] | undefined;

/** Make an XML element; attributes that are undefined and children that are undefined are left out. */
export function x(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): Element {
  return { type: "element", name, attributes: { ...attributes }, children: children.flatMap(flatten) };
}

/** Write an XML document with its declaration, one element of the second level to a line. */
export function toXmlDocument(root: Element): string {
  const lines = root.children.flatMap((child) => [{ type: "text" as const, value: "\n" }, child]);
  const tree: Root = {
    type: "root",
    children: [{ ...root, children: [...lines, { type: "text", value: "\n" }] }],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${escapeCdataEnd(toXml(tree))}\n`;
}

/** Escape `]]>`, which XML forbids in text (XML 1.0, 2.4) and the serialiser lets pass. */
export function escapeCdataEnd(xml: string): string {
  return xml.replaceAll("]]>", "]]&gt;");
}

function flatten(child: Child): ElementContent[] {
  if (child === undefined) return [];
  if (typeof child === "string") return [{ type: "text", value: child }];
  return "type" in child ? [child] : child.flatMap(flatten);
}
