import type { Element, Nodes } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { MathMLToLaTeX } from "mathml-to-latex";
import { readsAsFormula } from "../../read/reads-as-formula.js";
import { toMathml } from "../../read/to-mathml.js";
import { escapeXml } from "../xml.js";
import { shapeOf } from "./shape.js";
import { signsOf } from "./signs-of.js";

/**
 * Write MathML as TeX: as it was annotated, as its `alttext` has it, else converted. Undefined where what quoin makes of the TeX has
 * other signs than the original, or is built of other fractions, roots and scripts: then a person must look.
 */
export function texOf(math: Element): string | undefined {
  const wanted = plain(signsOf(math));
  const shape = shapeOf(math);
  const display = math.properties.display === "block" ? "block" : "inline";
  const says = (tex: string) => {
    const made = toMathml(tex, display);
    if (!("mathml" in made)) return false;
    return plain(signsOf(made.mathml)) === wanted && shapeOf(made.mathml) === shape;
  };
  for (const candidate of candidates(math)) {
    const tex = candidate()?.replace(/\s+/g, " ").trim();
    if (tex && says(tex) && (display === "block" || readsAsFormula(tex, ""))) return tex;
  }
  return undefined;
}

/** The ways to the source of a formula, the surest first. */
function candidates(math: Element): readonly (() => string | undefined)[] {
  return [
    () => annotation(math),
    () => (typeof math.properties.alttext === "string" ? math.properties.alttext : undefined),
    () => converted(math),
  ];
}

function annotation(node: Nodes): string | undefined {
  if (node.type === "element" && node.properties.encoding === "application/x-tex") return textOf(node);
  for (const child of "children" in node ? node.children : []) {
    const found = annotation(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function converted(math: Element): string | undefined {
  try {
    return MathMLToLaTeX.convert(written(math));
  } catch {
    // A formula that the converter does not get through is one that it has nothing for.
    return undefined;
  }
}

/** Write MathML as XML; only attributes that the converter looks at. */
function written(node: Nodes): string {
  if (node.type === "text") return escapeXml(node.value);
  if (node.type !== "element" || /^annotation/.test(node.tagName)) return "";
  const attributes = ["mathvariant", "open", "close", "separators", "notation", "linethickness"]
    .filter((name) => typeof node.properties[name] === "string")
    .map((name) => ` ${name}="${escapeXml(String(node.properties[name]))}"`);
  return `<${node.tagName}${attributes.join("")}>${node.children.map(written).join("")}</${node.tagName}>`;
}

/** Signs that are seen: no spaces, none of the operators that are not written, letters whatever their cut. */
function plain(signs: string): string {
  return signs
    .normalize("NFKC")
    .replace(/\s|\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[\u2212\u2010\u2011]/g, "-")
    .replace(/[\u2223\u2225]/g, "|");
}
