import type { ElementContent } from "hast";
import { common, createLowlight } from "lowlight";

const lowlight = createLowlight(common);

/** Part code into spans of highlight.js's classes (`hljs-keyword`); undefined where the language is none of its common ones. */
export function highlight(code: string, language: string): ElementContent[] | undefined {
  if (!lowlight.registered(language)) return undefined;
  return lowlight.highlight(language, code).children.filter((node) => node.type !== "doctype");
}
