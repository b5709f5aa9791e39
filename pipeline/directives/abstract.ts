import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import type { Directive } from "./directive.js";

/** The work or chapter in a few sentences. */
export const abstract: Directive = {
  name: "abstract",
  attributes: {},
  label: "optional",
  toHast(written) {
    const title = written.label.length > 0 ? h("p.abstract-title", [...written.label]) : undefined;
    return h("section.abstract", { role: "doc-abstract", ...(title && { ariaLabel: textOf(title) }) }, [
      ...(title ? [title] : []),
      ...written.flow(written.blocks),
    ]);
  },
};
