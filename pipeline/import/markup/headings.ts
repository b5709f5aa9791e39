import { visit } from "unist-util-visit";
import { attributeBlock, plainId, readAttributes } from "./attributes.js";
import { originOf, type Step } from "./page.js";

const atEnd = new RegExp(`\\s*(${attributeBlock.source})\\s*$`);

/** Keep the ids of headings; their classes and keys have no place here. */
export const headingAttributes: Step = (page, shelf) => {
  visit(page.tree, "heading", (heading) => {
    const last = heading.children.at(-1);
    const found = last?.type === "text" ? atEnd.exec(last.value) : null;
    if (last?.type !== "text" || !found) return;
    const { id } = readAttributes(found[1] ?? "");
    last.value = last.value.slice(0, found.index);
    const written = found[1] ?? "";
    const from = originOf(page, heading);
    if (id !== undefined) {
      const plain = plainId(id);
      shelf.ids.set(id, plain);
      heading.children.push({ type: "text", value: ` {#${plain}}`, data: { printed: "" } });
    }
    const reason =
      id === undefined
        ? `Left out attributes of a heading: ${written}`
        : `Of a heading's attributes the id is kept: ${written}`;
    shelf.findings.push({
      rule: "import-attributes-dropped",
      reason,
      from,
      to: { node: heading },
      dropped: written,
    });
  });
};
