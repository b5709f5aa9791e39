import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** A quotation that opens a chapter, with its source. */
export const epigraph: Directive = {
  name: "epigraph",
  attributes: { by: "text" },
  label: "none",
  toHast(written) {
    const { by } = written.attributes;
    return h("blockquote.epigraph", { role: "doc-epigraph" }, [
      ...written.flow(written.blocks),
      ...(by ? [h("footer", written.inline(by))] : []),
    ]);
  },
};
