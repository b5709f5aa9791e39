import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** A box beside the argument: terms, a case, a method. */
export const callout: Directive = {
  name: "callout",
  attributes: {},
  label: "optional",
  toHast(written) {
    const title = written.label.length > 0 ? [h("p.callout-title", [...written.label])] : [];
    return h("aside.callout", [...title, ...written.flow(written.blocks)]);
  },
};
