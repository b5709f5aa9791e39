import type { Element, Nodes } from "hast";
import { visit } from "unist-util-visit";

/**
 * Put the long description of a figure behind its pictures' alternative texts, in place: a PDF has no other place that is
 * read aloud and not seen.
 */
export function speakDescriptions(section: Element): void {
  visit(section, { tagName: "figure" }, (figure: Element) => {
    const description = figure.children.find(
      (child) => child.type === "element" && [child.properties.className].flat().includes("description"),
    );
    if (!description) return;
    figure.children = figure.children.filter((child) => child !== description);
    const words = spoken(description)
      .replace(/\s+/g, " ")
      .replace(/ ([,;.])/g, "$1")
      .trim();
    visit(figure, { tagName: "img" }, (image: Element) => {
      delete image.properties.ariaDetails;
      image.properties.alt = `${String(image.properties.alt ?? "").trim()} ${words}`.trim();
    });
  });
}

/** Say a tree in words alone: cells parted by commas, rows and items by semicolons. */
function spoken(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const words = node.children.map(spoken);
  if (node.type !== "element") return words.join("");
  const parts = words.filter((each) => each.trim() !== "");
  if (node.tagName === "tr") return parts.join(", ");
  if (/^(?:table|tbody|thead|ul|ol|dl)$/.test(node.tagName)) return parts.join("; ");
  return /^(?:p|div|caption|li|blockquote|pre)$/.test(node.tagName) ? ` ${words.join("")} ` : words.join("");
}
