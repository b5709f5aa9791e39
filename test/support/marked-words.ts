import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";

/** What stands in a book between two page-break markers. */
export interface Stretch {
  /** The page’s number as it is printed. */
  readonly label: string;
  words: string;
  /** The words of each caption in it; they are in `words`, too. */
  readonly captions: string[];
}

/** Cut the documents of a book, in reading order, at their page-break markers. */
export function stretchesOf(documents: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const xhtml of documents) {
    const tree: Root = fromHtml(xhtml.replace(/^<\?xml[^>]*>/, ""));
    visit(tree, (node) => {
      if (node.type === "text") {
        const last = found.at(-1);
        if (last) last.words += node.value;
      }
      if (node.type !== "element") return undefined;
      // The words of a drawing are the picture’s.
      if (/^(?:head|svg)$/.test(node.tagName)) return SKIP;
      // Of the nav the printed contents show the first list alone.
      if (node.tagName === "nav" && node.properties["epub:type"] !== "toc") return SKIP;
      if (isMarker(node)) found.push({ label: String(node.properties.ariaLabel), words: "", captions: [] });
      if (node.tagName === "figcaption") found.at(-1)?.captions.push(textOf(node));
      return undefined;
    });
  }
  return found;
}

function isMarker({ properties }: Element): boolean {
  return properties.role === "doc-pagebreak";
}

/** Take from words what differs between a page and a book by rights: spaces, hyphens at the ends of lines, arrows, ligatures, small capitals. */
export function bareWords(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00AD\u200B\u2010\u21A9\u2191-]/g, "")
    .replace(/[\u2019\u02BC]/g, "'")
    .toLowerCase();
}
