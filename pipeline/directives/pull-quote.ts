import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** A striking sentence of the text, set large. */
export const pullQuote: Directive = {
  name: "pull-quote",
  attributes: { by: "text" },
  label: "none",
  toHast(written) {
    const { by } = written.attributes;
    return h("aside.pull-quote", { role: "doc-pullquote" }, [
      ...written.flow(written.blocks),
      ...(by ? [h("footer", written.inline(by))] : []),
    ]);
  },
};
