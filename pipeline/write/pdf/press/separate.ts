import { type PDFDocument, PDFStream } from "@cantoo/pdf-lib";
import { withText } from "../content/with-text.js";
import type { Field } from "./colour/field.js";
import type { Separation } from "./colour/ink.js";
import { type Gradient, separateShading } from "./colour/shading.js";
import { nameResources } from "./name-resources.js";
import { rewriteContent } from "./rewrite-content.js";
import type { Content, Survey } from "./survey.js";

/** Write everything that is drawn in inks: gradients, forms, patterns and glyphs in place; returns the contents of pages. */
export function separateDrawing(
  pdf: PDFDocument,
  { pages, pieces }: Survey,
  shadings: readonly (Gradient | Field)[],
  separation: Separation,
): readonly string[] {
  const { context } = pdf;
  const rewritten = (content: Content): string => {
    const result = rewriteContent(content, separation);
    nameResources(content.resources, result);
    return result.stream;
  };
  for (const shading of shadings) separateShading(shading, separation);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const content = object instanceof PDFStream ? pieces.get(object) : undefined;
    if (content && object instanceof PDFStream) context.assign(ref, withText(object, rewritten(content)));
  }
  return pages.map(rewritten);
}
