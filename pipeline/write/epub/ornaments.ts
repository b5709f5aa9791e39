import type { Root } from "hast";
import { elementsOf } from "./elements.js";

/** Take figures that only decorate, and say nothing, out of what is read aloud, in place. */
export function quietOrnaments(tree: Root): void {
  for (const { tagName, properties, children } of elementsOf(tree)) {
    if (tagName !== "figure") continue;
    const elements = children.filter((child) => child.type === "element");
    const isQuiet = (child: (typeof elements)[number]) =>
      child.properties.role === "presentation" || child.properties.ariaHidden === "true";
    if (elements.length > 0 && elements.every(isQuiet)) properties.role = "presentation";
  }
}
