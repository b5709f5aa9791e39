import type { Element } from "hast";
import { h } from "hastscript";

/** The first words of a text: up to four, none after a punctuation mark, none that would leave a line of them. */
const firstWords = /^\s*(?:[\p{L}\p{N}’'-]+(?:[ \n]|(?=[,;:.?!—–…”)]))){1,4}/u;

/** Wrap the first words of a chapter's first paragraph in `span.lead-in`, which the theme sets in small capitals. */
export function leadIn(section: Element): void {
  const first = section.children.find((child) => child.type === "element" && !opens(child));
  if (first?.type !== "element" || first.tagName !== "p") return;
  const [text] = first.children;
  if (text?.type !== "text") return;
  const words = firstWords.exec(text.value)?.[0].trimEnd();
  if (words === undefined || words.trim() === "") return;
  text.value = text.value.slice(words.length);
  first.children.unshift(h("span.lead-in", words.trimStart()));
}

function opens({ tagName, properties }: Element): boolean {
  return tagName === "header" || properties.role === "doc-epigraph";
}
