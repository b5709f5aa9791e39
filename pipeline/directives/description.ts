import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** What a picture shows, at length, for those who cannot see it: more than its alternative text can say. */
export const description: Directive = {
  name: "description",
  attributes: {},
  label: "none",
  within: "figure",
  toHast(written) {
    return h("div.description", written.flow(written.blocks));
  },
};
