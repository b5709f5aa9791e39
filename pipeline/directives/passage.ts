import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** Blocks in another language than what is around them. */
export const passage: Directive = {
  name: "passage",
  attributes: {},
  label: "none",
  toHast(written) {
    if (!written.attributes.lang && !written.attributes.dir) {
      const reason = "Unexpected `passage` without a language; expected `:::passage{lang=ar}`";
      written.problem("content-missing", reason);
    }
    return h("div.passage", written.flow(written.blocks));
  },
};
