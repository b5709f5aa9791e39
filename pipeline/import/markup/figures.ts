import type { Image, Paragraph } from "mdast";
import { visit } from "unist-util-visit";
import { exhibit, paragraph } from "../structure/blocks.js";
import { attributeBlock, plainId, readAttributes } from "./attributes.js";
import { originOf, type Step } from "./page.js";

const whole = new RegExp(`^\\s*(${attributeBlock.source})\\s*$`);

/** A picture alone with attributes is Pandoc's figure: what stands in its brackets is its caption. */
export const pandocFigures: Step = (page, shelf) => {
  visit(page.tree, "paragraph", (node: Paragraph, i, parent) => {
    const [image, text, more] = node.children;
    const found = text?.type === "text" ? whole.exec(text.value)?.[1] : undefined;
    if (image?.type !== "image" || found === undefined || more || !parent || i === undefined) return;
    const { id, keys } = readAttributes(found);
    const alt = keys["fig-alt"] ?? keys.alt ?? "";
    const picture: Image = { type: "image", url: image.url, alt };
    if (image.position) picture.position = image.position;
    const caption = image.alt ? [paragraph([{ type: "text", value: image.alt }])] : [];
    const figure = exhibit("figure", paragraph([picture]), caption);
    if (node.position) figure.position = node.position;
    if (id !== undefined) {
      const plain = plainId(id);
      shelf.ids.set(id, plain);
      figure.attributes = { id: plain };
    }
    parent.children.splice(i, 1, figure as never);
    const reason = `A picture with attributes became a figure; of them the id and the words for those who do not see it are kept: ${found}`;
    const added = alt === "" ? {} : { added: alt };
    shelf.findings.push({
      rule: "import-attributes-dropped",
      reason,
      from: originOf(page, node),
      to: { node: figure },
      dropped: found,
      ...added,
    });
  });
};
