import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import type { FootnoteDefinition, FootnoteReference, Nodes } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import type { Handlers, State } from "mdast-util-to-hast";
import type { VFile } from "vfile";
import { directiveToHast } from "./directive-to-hast.js";
import { formulaHandlers } from "./formula-handlers.js";

/**
 * Convert what remark-rehype would drop or number by itself.
 *
 * Notes keep their labels here: they get numbers when all chapters are known. Its own footnote section never comes about.
 */
export function handlers(file: VFile): Handlers {
  const directive = (state: State, node: ContainerDirective | LeafDirective, parent: Nodes | undefined) =>
    directiveToHast(state, node, file, parent);
  return {
    containerDirective: directive,
    leafDirective: directive,
    textDirective(state: State, node: TextDirective): Element {
      const children = state.all(node);
      const span = h("span", { ...node.attributes }, children);
      // What is written in capitals has no small letters that could be small capitals.
      if (node.attributes?.class === "small-caps" && !/\p{Ll}/u.test(textOf(span)))
        span.properties.className = ["all-small-caps"];
      state.patch(node, span);
      return span;
    },
    footnoteReference(state: State, node: FootnoteReference): ElementContent {
      const call = h("note-call", { label: node.identifier });
      state.patch(node, call);
      return call;
    },
    footnoteDefinition(state: State, node: FootnoteDefinition): Element {
      const note = h(
        "note-definition",
        { label: node.identifier },
        state.wrap(state.all(node), false) as ElementContent[],
      );
      state.patch(node, note);
      return note;
    },
    ...formulaHandlers(file),
    yaml: () => undefined,
  };
}
