import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { parseXml, type XmlNode } from "../xml.js";
import { svgPicture } from "./svg-picture.js";

/** Make HTML's tree of a content document, elements with the line that they begin at. */
export function fromXhtml(text: string): Root {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  let line = 0;
  const place = (offset: number) => {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset };
  };
  const convert = (node: XmlNode): Element => {
    const start = place(node.offset);
    const name = node.name.slice(node.name.indexOf(":") + 1);
    if (name === "svg") return Object.assign(h("img", svgPicture(node)), { position: { start, end: start } });
    const children = node.children.map(
      (child): ElementContent =>
        typeof child === "string" ? { type: "text", value: child } : convert(child),
    );
    const element = h(name, { ...node.attributes });
    element.children = children;
    element.position = { start, end: start };
    return element;
  };
  const root = parseXml(text).children.filter((child) => typeof child !== "string");
  return { type: "root", children: root.map(convert) };
}
