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

/** Write an XML document with its declaration, each element that holds no text on a line of its own. */
export function toXmlDocument(root: Element): string {
  const tree: Root = { type: "root", children: [indented(root, "\n")] };
  const xml = toXml(tree, { closeEmptyElements: true, tightClose: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${escapeCdataEnd(xml)}\n`;
}

function indented(element: Element, newline: string): Element {
  if (element.children.length === 0 || element.children.some(({ type }) => type !== "element"))
    return element;
  const children = element.children.flatMap((child): ElementContent[] => [
    { type: "text", value: `${newline}  ` },
    child.type === "element" ? indented(child, `${newline}  `) : child,
  ]);
  return { ...element, children: [...children, { type: "text", value: newline }] };
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
