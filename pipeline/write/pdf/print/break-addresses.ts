import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";

/** Where an address may break: after a slash (not within `//`), before a dot, `?`, `&`, `=`, `#`, `_`, `-` or `%`. */
const breaks = /(?<=\/)(?!\/)|(?<=[^/])(?=[.?&=#_%-])/;

/** Letters of a piece that may stand alone on a line, and the longest piece without joints that goes to the next line whole. */
const [few, longest] = [4, 16];
const fews = new RegExp(`.{${few},${2 * few - 1}}$|.{${few}}`, "gsu");

/** Let addresses break over lines without a hyphen, by `<wbr>` at their joints, and within what is long and has none. */
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
  return address
    .split(breaks)
    .flatMap(shortened)
    .flatMap((piece, index): ElementContent[] => {
      const text: ElementContent = { type: "text", value: piece };
      const joint: ElementContent[] = index > 0 ? [h("wbr")] : [];
      return [...joint, piece.startsWith("-") ? h("span.unbroken", [text]) : text];
    });
}

/** Part what is too long for the end of a line: whole, it would leave the line before it nearly empty. */
function shortened(piece: string): readonly string[] {
  return piece.length > longest ? (piece.match(fews) ?? [piece]) : [piece];
}
