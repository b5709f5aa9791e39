import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { slug } from "../slug.js";
import { scopeStyle } from "./scope-style.js";

const elements = new Set(
  (
    "svg a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting " +
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode " +
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence " +
    "filter g image line linearGradient marker mask metadata path pattern polygon polyline radialGradient rect stop style " +
    "switch symbol text textPath title tspan use view"
  ).split(" "),
);
/** What editors of drawings leave behind, and nobody would miss. */
const silent = /^(?:metadata|sodipodi:|inkscape:|rdf:|cc:|dc:|#)/;

/** A drawing made safe: its tree, and what it held that had to go. */
export interface Drawing {
  readonly svg: Element;
  readonly dropped: readonly string[];
}

/**
 * Parse an SVG file into a tree that can stand in a page.
 *
 * Scripts, handlers, foreign objects and whatever is fetched from elsewhere go. Ids get the file's stem, so that two
 * drawings with a gradient `a` do not meet in one document.
 */
export function parseDrawing(text: string, path: string): Drawing | undefined {
  const tree: Root = fromHtml(text, { fragment: true });
  const svg = tree.children.find(
    (node): node is Element => node.type === "element" && node.tagName === "svg",
  );
  if (!svg) return undefined;
  const dropped = beyond(tree, svg);
  const root: Root = { type: "root", children: [svg] };
  const names = namesOf(svg);
  const scope = `svg-${slug(path.replace(/^.*\//, "").replace(/\.svgz?$/i, ""))}`;
  const prefix = `${scope}-`;
  visit(root, (node, index, parent) => {
    if (node.type === "comment" || (node.type === "element" && !elements.has(node.tagName))) {
      if (node.type === "element" && !silent.test(node.tagName)) dropped.push(told(node));
      parent?.children.splice(index ?? 0, 1);
      return [SKIP, index ?? 0];
    }
    if (node.type === "element" && node.tagName === "metadata") {
      parent?.children.splice(index ?? 0, 1);
      return [SKIP, index ?? 0];
    }
    if (node.type === "element") cleanAttributes(node, prefix, dropped);
    if (node.type === "element" && node.tagName === "style") {
      const style = scopeStyle(textOf(node), { scope, idPrefix: prefix, names });
      dropped.push(...style.dropped);
      node.children = [{ type: "text", value: style.css }];
      svg.properties.className = [scope];
    }
    return undefined;
  });
  for (const name of ["xmlns", "xmlnsXLink", "width", "height", "id"]) delete svg.properties[name];
  return { svg, dropped };
}

/** An element of HTML in the middle ends a drawing for a parser of HTML, and what follows stands behind it. */
function beyond(tree: Root, svg: Element): string[] {
  const [next] = tree.children
    .slice(tree.children.indexOf(svg) + 1)
    .filter((node) => node.type === "element" || (node.type === "text" && node.value.trim() !== ""));
  if (!next) return [];
  return [`all from ${next.type === "element" ? `<${next.tagName}>` : `“${excerpt(textOf(next))}”`} on`];
}

/** What a selector of the drawing's own may call its root. */
function namesOf({ properties: { id, className } }: Element): ReadonlySet<string> {
  const classes = Array.isArray(className) ? className.map((name) => `.${name}`) : [];
  return new Set(["svg", ":root", ...(id ? [`#${id}`] : []), ...classes]);
}

/** Words that go with an element are told, for somebody meant them to be read. */
function told(element: Element): string {
  const words = /^(?:script|style)$/.test(element.tagName) ? "" : excerpt(textOf(element));
  return `<${element.tagName}>${words && ` with “${words}”`}`;
}

function excerpt(words: string): string {
  const plain = words.replace(/\s+/g, " ").trim();
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

function cleanAttributes(element: Element, prefix: string, dropped: string[]): void {
  for (const [name, value] of Object.entries(element.properties)) {
    const text = String(value ?? "");
    if (/^on/i.test(name)) {
      dropped.push(`the handler ${name.toLowerCase()}`);
      delete element.properties[name];
    } else if (/^(?:sodipodi|inkscape|xmlns:)/.test(name)) delete element.properties[name];
    else if (name === "id") element.properties.id = prefix + text;
    else if (/^(?:href|xLinkHref)$/.test(name)) link(element, name, text, prefix, dropped);
    else if (/url\(/i.test(text)) {
      element.properties[name] = text.replace(/url\(\s*(['"]?)#([^)'"]+)\1\s*\)/g, `url(#${prefix}$2)`);
      if (/url\(\s*['"]?(?!#)/i.test(text)) {
        dropped.push(`${name} with an address`);
        delete element.properties[name];
      }
    }
  }
}

function link(element: Element, name: string, text: string, prefix: string, dropped: string[]): void {
  if (text.startsWith("#")) element.properties[name] = `#${prefix}${text.slice(1)}`;
  else if (element.tagName === "image" && /^data:image\/(?:png|jpe?g|gif|webp);base64,/.test(text))
    // `image/jpg` is no media type, and much used.
    element.properties[name] = text.replace(/^data:image\/jpg;/, "data:image/jpeg;");
  else {
    dropped.push(`a link to ${text.replace(/^(data:[^;,]*).*/s, "$1…").slice(0, 60)}`);
    delete element.properties[name];
  }
}
