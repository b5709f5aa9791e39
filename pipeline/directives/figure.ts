import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import { caption } from "./caption.js";
import type { Directive, Written } from "./directive.js";

/** A picture with its caption, its credit and its description; two pictures in the first paragraph stand side by side. */
export const figure: Directive = {
  name: "figure",
  attributes: { size: ["column", "wide", "page"], credit: "text", decorative: "flag" },
  label: "none",
  toHast(written) {
    const [first, ...rest] = written.blocks;
    const pictured =
      first?.type === "paragraph" &&
      first.children.some((child) => child.type === "image") &&
      first.children.every(
        (child) => child.type === "image" || (child.type === "text" && child.value.trim() === ""),
      );
    if (!pictured) {
      written.problem(
        "content-missing",
        "Unexpected figure without a picture; expected `![alt text](images/…)` as its first line",
      );
    }
    const images = pictured ? written.phrasing(first.children.filter((child) => child.type === "image")) : [];
    if (written.attributes.decorative !== undefined) decorate(images, written);
    const blocks = pictured ? rest : written.blocks;
    const descriptions = blocks.filter(isDescription);
    const line = caption(
      written,
      blocks.filter((block) => !isDescription(block)),
    );
    const pictures = images.filter(({ type }) => type === "element").length;
    const classes = [
      "figure",
      `size-${written.attributes.size ?? "column"}`,
      ...(pictures > 1 ? ["in-row"] : []),
    ];
    return h("figure", { className: classes }, [
      ...images,
      ...(line.length > 0 ? [h("figcaption", line)] : []),
      ...written.flow(descriptions).filter((node) => node.type === "element"),
    ]);
  },
};

function isDescription(block: Written["blocks"][number]): boolean {
  return block.type === "containerDirective" && block.name === "description";
}

/** Say of pictures that they are ornaments, which nobody misses who does not see them (WAI-ARIA 1.2, `presentation`). */
function decorate(images: ElementContent[], written: Written): void {
  visit({ type: "root", children: images }, { tagName: "img" }, (image: Element) => {
    if (String(image.properties.alt ?? "").trim() !== "") {
      const reason =
        "Unexpected alternative text of a decorative picture; expected `![](…)`, or no `decorative`";
      written.problem("attribute-invalid", reason);
    }
    Object.assign(image.properties, { alt: "", role: "presentation" });
  });
}
