import type { Element, Root } from "hast";
import type { Hyphenator } from "./hyphenator.js";

/** What must be copied as it stands. */
const verbatim = new Set("pre code kbd samp svg math".split(" "));

/** What is set ragged: there a hyphen would be a fault, but in a word that fits in no line. */
const ragged = new Set("h1 h2 h3 h4 h5 h6 header figcaption caption".split(" "));
const raggedClasses = new Set([
  "cover",
  "title-page",
  "imprint",
  "contents",
  "notes",
  "footnote",
  "pull-quote",
  "series",
  "callout",
  "epigraph",
  "abstract",
]);

/** A word of so many letters may be longer than a line of a title, where it would be cut at any letter and without a hyphen. */
const longWord = /[\p{L}\p{M}]{24,}/gu;

/** List the languages that a tree's texts are in, so that their hyphenators can be loaded. */
export function languagesOf(root: Root | Element, language: string): Set<string> {
  const found = new Set([language]);
  const look = (element: Root | Element): void => {
    for (const child of element.children) {
      if (child.type !== "element") continue;
      if (typeof child.properties.lang === "string") found.add(child.properties.lang);
      look(child);
    }
  };
  look(root);
  return found;
}

/** Put soft hyphens into the running text of a tree, each passage by the rules of its own language; where it is ragged, into long words. */
export function hyphenate(
  element: Element,
  language: string,
  hyphenators: ReadonlyMap<string, Hyphenator>,
  within: "justified" | "ragged" = "justified",
): void {
  if (isVerbatim(element)) return;
  const own = typeof element.properties.lang === "string" ? element.properties.lang : language;
  const isRagged = within === "ragged" || setsRagged(element);
  const hyphenator = hyphenators.get(own);
  for (const child of element.children) {
    if (child.type === "element") hyphenate(child, own, hyphenators, isRagged ? "ragged" : "justified");
    else if (child.type === "text" && hyphenator !== undefined)
      child.value = isRagged ? child.value.replace(longWord, hyphenator) : hyphenator(child.value);
  }
}

function isVerbatim({ tagName, properties }: Element): boolean {
  return verbatim.has(tagName) || classesOf(properties).includes("url");
}

function setsRagged({ tagName, properties }: Element): boolean {
  return ragged.has(tagName) || classesOf(properties).some((name) => raggedClasses.has(name));
}

function classesOf({ className }: Element["properties"]): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
