import type { Element, Root } from "hast";
import { direction } from "../direction.js";

/** Say of each passage whose language runs the other way than what is around it in which direction it runs. */
export function rehypeDirections(options: { language: string }) {
  return (tree: Root): void => turn(tree, direction(options.language) ?? "ltr");
}

function turn(parent: Root | Element, around: string): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const { lang, dir } = child.properties;
    const own = typeof lang === "string" && lang !== "" ? (direction(lang) ?? "ltr") : around;
    if (!dir && own !== around) child.properties.dir = own;
    turn(child, String(child.properties.dir ?? around));
  }
}
