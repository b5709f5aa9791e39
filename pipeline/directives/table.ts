import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { caption } from "./caption.js";
import type { Directive } from "./directive.js";

/** A table with its caption, above it in HTML as tables have it. */
export const table: Directive = {
  name: "table",
  attributes: { size: ["column", "wide", "page"], credit: "text" },
  label: "none",
  toHast(written) {
    const tables = written.blocks.filter((block) => block.type === "table");
    if (tables.length !== 1) {
      written.problem(
        "content-missing",
        `Unexpected ${tables.length} tables in a table directive; expected one`,
      );
    }
    const content = written.flow(tables);
    const line = caption(
      written,
      written.blocks.filter((block) => block.type !== "table"),
    );
    const inner = content.find(
      (node): node is Element => node.type === "element" && node.tagName === "table",
    );
    if (inner && line.length > 0) inner.children.unshift(h("caption", [...unwrap(line)]));
    return h("div", { className: ["table", `size-${written.attributes.size ?? "column"}`] }, content);
  },
};

/** A caption of one line needs no paragraph in it. */
function unwrap(line: readonly ElementContent[]): readonly ElementContent[] {
  const [only] = line;
  return line.length === 1 && only?.type === "element" && only.tagName === "p" ? only.children : line;
}
