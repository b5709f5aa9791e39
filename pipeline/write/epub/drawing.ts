import type { Element } from "hast";
import type { Image } from "../../publication.js";
import { elementsOf } from "./elements.js";

/** A measured image whose drawing was parsed. */
export type Drawing = Image & { readonly svg: Element };

/**
 * Make the inline element of a drawing, so that its words are set in the book's fonts and it fills the screen's width.
 *
 * Every id in it begins with `prefix` afterwards, for a document may show two drawings that were drawn apart.
 */
export function toInlineSvg(drawing: Drawing, alt: string, prefix: string): Element {
  const svg = structuredClone(drawing.svg);
  prefixIds(svg, prefix);
  const { width: _, height: __, ...properties } = svg.properties;
  const meaning = alt ? { role: "img", ariaLabel: alt } : { ariaHidden: "true" };
  svg.properties = {
    ...properties,
    viewBox: properties.viewBox ?? `0 0 ${drawing.width} ${drawing.height}`,
    ...meaning,
  };
  return svg;
}

function prefixIds(svg: Element, prefix: string): void {
  const ids = new Set(elementsOf(svg).map(({ properties }) => properties.id));
  const renamed = (text: string) =>
    text.replace(/#([A-Za-z_][\w.-]*)/g, (all, id: string) => (ids.has(id) ? `#${prefix}${id}` : all));

  for (const { properties, children, tagName } of elementsOf(svg)) {
    for (const [name, value] of Object.entries(properties)) {
      if (name === "id") properties.id = prefix + String(value);
      else if (typeof value === "string" && isReference(name, value)) properties[name] = renamed(value);
    }
    // What an image holds has no names of its own (WAI-ARIA 1.2, "children presentational").
    delete properties.ariaLabelledBy;
    delete properties.ariaDescribedBy;
    for (const child of children) {
      if (tagName === "style" && child.type === "text") child.value = renamed(child.value);
    }
  }
}

/** Tell `url(#shade)` and `href="#arrow"` from `fill="#fade"`. */
function isReference(name: string, value: string): boolean {
  return value.includes("url(#") || ((name === "href" || name === "xLinkHref") && value.startsWith("#"));
}
