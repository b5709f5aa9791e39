import { Buffer } from "node:buffer";
import { childOf, escapeXml, textOf, type XmlNode } from "../xml.js";

/** What a drawing inside a page becomes: an address that holds it, and what it says of itself. */
export function svgPicture(svg: XmlNode): { readonly src: string; readonly alt: string } {
  const alt = svg.attributes["aria-label"] ?? textOf(childOf(svg, "title")).trim();
  const spaces = {
    xmlns: "http://www.w3.org/2000/svg",
    ...(/"xlink:/.test(JSON.stringify(svg)) && { "xmlns:xlink": "http://www.w3.org/1999/xlink" }),
  };
  const xml = written({ ...svg, attributes: { ...spaces, ...svg.attributes } });
  return { src: `data:image/svg+xml;base64,${Buffer.from(xml).toString("base64")}`, alt };
}

function written(node: XmlNode | string): string {
  if (typeof node === "string") return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${node.name}${attributes.join("")}>${node.children.map(written).join("")}</${node.name}>`;
}
