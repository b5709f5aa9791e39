import type { Element, Root } from "hast";
import type { Hyphenator } from "./hyphenator.js";

/** What is set ragged, or must be copied as it stands: there a hyphen would be a fault. */
const unbroken = new Set("h1 h2 h3 h4 h5 h6 header figcaption caption pre code kbd samp svg math".split(" "));
const unbrokenClasses = new Set([
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
  "url",
]);

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

/** Put soft hyphens into the running text of a tree, each passage by the rules of its own language. */
export function hyphenate(
  element: Element,
  language: string,
  hyphenators: ReadonlyMap<string, Hyphenator>,
): void {
  if (staysWhole(element)) return;
  const own = typeof element.properties.lang === "string" ? element.properties.lang : language;
  const hyphenator = hyphenators.get(own);
  for (const child of element.children) {
    if (child.type === "element") hyphenate(child, own, hyphenators);
    else if (child.type === "text" && hyphenator !== undefined) child.value = hyphenator(child.value);
  }
}

function staysWhole({ tagName, properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  return unbroken.has(tagName) || classes.some((name) => unbrokenClasses.has(String(name)));
}
