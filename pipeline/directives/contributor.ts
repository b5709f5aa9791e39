import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** The biography of someone who had a part in the work. */
export const contributor: Directive = {
  name: "contributor",
  attributes: { role: "text" },
  label: "required",
  toHast(written) {
    const { role } = written.attributes;
    return h("section.contributor", [
      h("p.contributor-name", [...written.label]),
      ...(role ? [h("p.contributor-role", written.inline(role))] : []),
      ...written.flow(written.blocks),
    ]);
  },
};
