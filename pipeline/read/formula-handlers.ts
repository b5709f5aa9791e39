import type { Element } from "hast";
import { h } from "hastscript";
import type { Paragraph } from "mdast";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import { defaultHandlers, type Handlers, type State } from "mdast-util-to-hast";
import type { VFile } from "vfile";

/** Keep formulas as TeX in `<formula-source>`, until all of a source's are converted; `$$` means one on lines of its own. */
export function formulaHandlers(file: VFile): Handlers {
  const isDisplayed = (node: InlineMath) => String(file).startsWith("$$", node.position?.start.offset);
  return {
    math(state: State, node: MathBlock): Element {
      // What stands behind the opening signs is part of the formula: it is text of the author's.
      const tex = [node.meta, node.value].filter(Boolean).join("\n");
      const source = h("formula-source", { display: "block" }, tex);
      state.patch(node, source);
      const paragraph = h("p.formula", source);
      state.patch(node, paragraph);
      return paragraph;
    },
    inlineMath(state: State, node: InlineMath): Element {
      const display = isDisplayed(node) ? "block" : "inline";
      const source = h("formula-source", { display }, node.value);
      state.patch(node, source);
      return source;
    },
    paragraph(state: State, node: Paragraph): Element {
      const paragraph = defaultHandlers.paragraph(state, node);
      const [only, ...others] = node.children;
      if (only?.type === "inlineMath" && others.length === 0 && isDisplayed(only))
        paragraph.properties.className = ["formula"];
      return paragraph;
    },
  };
}
