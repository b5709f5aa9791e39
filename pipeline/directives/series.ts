import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** The box that says which series the work belongs to. */
export const series: Directive = {
  name: "series",
  attributes: { href: "text" },
  label: "required",
  toHast(written) {
    const { href } = written.attributes;
    const name: ElementContent = href ? h("a", { href }, [...written.label]) : h("span", [...written.label]);
    const [first, ...rest] = written.flow(written.blocks).filter((node) => node.type !== "text");
    const title: ElementContent[] = [h("b.series-title", name), { type: "text", value: " " }];
    // The name runs on in the first paragraph's line, as in a masthead.
    if (first?.type === "element" && first.tagName === "p")
      return h("aside.series", [{ ...first, children: [...title, ...first.children] }, ...rest]);
    return h("aside.series", [h("p", title), ...(first ? [first] : []), ...rest]);
  },
};
