import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Mark a quotation whose paragraphs are of lines that the author broke as `verse`: they are stanzas, set apart and without an indent. */
export function rehypeVerse() {
  return (tree: Root): void => {
    visit(tree, { tagName: "blockquote" }, (quotation: Element) => {
      const paragraphs = elementsOf(quotation).filter(({ tagName }) => tagName === "p");
      const broken = paragraphs.filter((paragraph) => elementsOf(paragraph).some(isBreak));
      // The last may say whose they are.
      const rest = paragraphs.filter((paragraph) => !broken.includes(paragraph));
      const isVerse = broken.length > 0 && rest.every((paragraph) => paragraph === paragraphs.at(-1));
      if (!isVerse) return;
      const classes = quotation.properties.className;
      quotation.properties.className = [...(Array.isArray(classes) ? classes : []), "verse"];
    });
  };
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === "element");
}

function isBreak({ tagName }: Element): boolean {
  return tagName === "br";
}
