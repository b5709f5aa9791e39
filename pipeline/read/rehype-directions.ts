import type { Element, Root } from "hast";
import { direction, directionOfWords } from "../direction.js";

/**
 * Say in which direction each passage runs that runs the other way than what is around it: by its language where an author named one,
 * else by the letters of its blocks.
 */
export function rehypeDirections(options: { language: string }) {
  return (tree: Root): void => turn(tree, direction(options.language) ?? "ltr", "by letters");
}

function turn(parent: Root | Element, around: string, unnamed: "by letters" | "as around"): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const { lang, dir } = child.properties;
    const named = typeof lang === "string" && lang !== "";
    const byLetters =
      unnamed === "by letters" && isBlock(child) ? directionOfWords(wordsIn(child)) : undefined;
    const own = named ? (direction(lang) ?? "ltr") : (byLetters ?? around);
    if (!dir && own !== around) child.properties.dir = own;
    // Cells and their words stay with their column.
    const isJudged = unnamed === "by letters" && !named && !dir && child.tagName !== "table";
    turn(child, String(child.properties.dir ?? around), isJudged ? "by letters" : "as around");
  }
}

/** What has an edge of its own: of a title, a name or a label, which have a class, it is that of what they belong to. */
function isBlock({ tagName, properties }: Element): boolean {
  if (/^(?:ul|ol|dl|blockquote)$/.test(tagName)) return true;
  return tagName === "p" && properties.className === undefined;
}

/** The words whose direction nobody said, and that have one. */
function wordsIn(parent: Element): string {
  return parent.children
    .map((child) => {
      if (child.type === "text") return child.value;
      if (child.type !== "element" || /^(?:code|pre|math|table|note-call)$/.test(child.tagName)) return "";
      return child.properties.lang || child.properties.dir ? "" : wordsIn(child);
    })
    .join("");
}
