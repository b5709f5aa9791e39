import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";

/** Where an address may break: after a slash (not within `//`), before a dot, `?`, `&`, `=`, `#`, `_`, `-` or `%`. */
const breaks = /(?<=\/)(?!\/)|(?<=[^/])(?=[.?&=#_%-])/;

/** Let addresses break over lines without a hyphen, by `<wbr>` at their joints. */
export function breakAddresses(root: Element): void {
  visit(root, "element", (element) => {
    if (element.tagName === "svg") return SKIP;
    if (!isAddress(element)) return;
    element.children = element.children.flatMap((child) =>
      child.type === "text" ? pieces(child.value) : [child],
    );
    return SKIP;
  });
}

function isAddress({ tagName, properties, children }: Element): boolean {
  if (tagName !== "a") return false;
  if (Array.isArray(properties.className) && properties.className.includes("url")) return true;
  const [only] = children;
  return (
    children.length === 1 && only?.type === "text" && /^(?:https?:\/\/|www\.|doi:|10\.)\S+$/.test(only.value)
  );
}

/** Chromium breaks after a hyphen as well, where a reader would take it for one of ours: that piece must not break. */
function pieces(address: string): ElementContent[] {
  return address.split(breaks).flatMap((piece, index): ElementContent[] => {
    const text: ElementContent = { type: "text", value: piece };
    const joint: ElementContent[] = index > 0 ? [h("wbr")] : [];
    return [...joint, piece.startsWith("-") ? h("span.unbroken", [text]) : text];
  });
}
