import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Mark up what the words of code are, where its author named its language; a language that nobody knows stays as it is. */
export function rehypeCode() {
  return async (tree: Root): Promise<void> => {
    const found: { readonly code: Element; readonly language: string }[] = [];
    visit(tree, { type: "element", tagName: "pre" }, (pre: Element) => {
      for (const code of pre.children) {
        const language = code.type === "element" ? languageOf(code) : undefined;
        if (code.type === "element" && language) found.push({ code, language });
      }
    });
    if (found.length === 0) return;
    const { highlight } = await import("./highlight.js");
    for (const { code, language } of found)
      code.children = highlight(textOf(code), language) ?? code.children;
  };
}

function languageOf({ tagName, properties }: Element): string | undefined {
  if (tagName !== "code") return undefined;
  const names = [properties.className].flat().map(String);
  return names.find((name) => name.startsWith("language-"))?.slice("language-".length);
}
