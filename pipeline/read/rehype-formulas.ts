import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Turn formulas into MathML; one that is no TeX is reported, and its source stays to be seen. */
export function rehypeFormulas() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: Element[] = [];
    visit(tree, { type: "element", tagName: "formula-source" }, (node: Element) => {
      found.push(node);
    });
    if (found.length === 0) return;
    // Half a megabyte that few reports need.
    const { toMathml } = await import("./to-mathml.js");
    for (const node of found) {
      const tex = textOf(node);
      const display = node.properties.display === "block" ? "block" : "inline";
      const made = toMathml(tex, display);
      if ("mathml" in made) Object.assign(node, made.mathml);
      else {
        const reason = `Unexpected formula: ${made.reason}; its source is shown in its place`;
        file.messages.push(problem("formula-invalid", reason, { file: file.path, node }));
        Object.assign(node, h("code.formula-source", tex));
      }
    }
  };
}
