import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** The works that a chapter or a section names, where no source of its own lists them. */
export const bibliography: Directive = {
  name: "bibliography",
  attributes: {},
  label: "none",
  toHast(written) {
    return h("section.bibliography", { role: "doc-bibliography" }, written.flow(written.blocks));
  },
};
