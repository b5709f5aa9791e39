import type { Element, ElementContent, Properties } from "hast";
import { fromHtml } from "hast-util-from-html";
import temml from "temml";

/** Convert TeX to the element `math`, its source as `alttext`; or say why it is no formula. */
export function toMathml(
  tex: string,
  display: "block" | "inline",
): { readonly mathml: Element } | { readonly reason: string } {
  const markup = render(tex, display);
  if (typeof markup !== "string") return markup;
  const mathml = fromHtml(markup, { fragment: true }).children.find(
    (node): node is Element => node.type === "element" && node.tagName === "math",
  );
  if (!mathml) return { reason: "nothing comes of it" };
  const made = clean(mathml);
  made.properties.alttext = tex.replace(/\s+/g, " ").trim();
  return { mathml: made };
}

function render(tex: string, display: "block" | "inline"): string | { readonly reason: string } {
  try {
    return temml.renderToString(tex, {
      displayMode: display === "block",
      throwOnError: true,
      trust: false,
      strict: false,
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // It underlines the place with combining characters, after a colon.
    const [reason = ""] = error.message
      .replace(/[\u0300-\u036f]/g, "")
      .split(/\s*:?\s*\n| at (?:position|end of input)/);
    return { reason: reason.trim() };
  }
}

/** Take an element as a document may hold it: no places in the converter's markup, and what MathML 3 allows. */
function clean({ tagName, properties, children }: Element): Element {
  const { style, displaystyle, scriptlevel, ...others } = properties;
  const isWhole = tagName === "math";
  const inner = children.map((child): ElementContent => {
    if (child.type === "element") return clean(child);
    return child.type === "text" ? { type: "text", value: child.value } : child;
  });
  const own = {
    ...others,
    // Cells are padded in points, of which twelve are an em; the whole gets its one property from the style sheet.
    ...(style !== undefined && !isWhole && { style: inEms(String(style)) }),
  };
  const size = {
    ...(displaystyle !== undefined && { displaystyle }),
    ...(scriptlevel !== undefined && { scriptlevel }),
  };
  // MathML Core allows these two everywhere, EPUBCheck's schema of MathML 3 on few elements.
  if (Object.keys(size).length === 0 || /^(?:math|mstyle|mtable)$/.test(tagName))
    return element(tagName, { ...own, ...size }, inner);
  if (tagName === "mtd") return element(tagName, own, [element("mstyle", size, inner)]);
  return element("mstyle", size, [element(tagName, own, inner)]);
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function inEms(style: string): string {
  return style.replace(/([\d.]+)pt/g, (_, points) => `${Number((points / 12).toFixed(3))}em`);
}
