import { h } from "hastscript";
import { caption } from "./caption.js";
import type { Directive } from "./directive.js";

/** A picture with its caption and credit; two pictures in the first paragraph stand side by side. */
export const figure: Directive = {
  name: "figure",
  attributes: { size: ["column", "wide", "page"], credit: "text" },
  label: "none",
  toHast(written) {
    const [first, ...rest] = written.blocks;
    const pictured =
      first?.type === "paragraph" &&
      first.children.some((child) => child.type === "image") &&
      first.children.every(
        (child) => child.type === "image" || (child.type === "text" && child.value.trim() === ""),
      );
    if (!pictured) {
      written.problem(
        "content-missing",
        "Unexpected figure without a picture; expected `![alt text](images/…)` as its first line",
      );
    }
    const images = pictured ? written.phrasing(first.children.filter((child) => child.type === "image")) : [];
    const line = caption(written, pictured ? rest : written.blocks);
    return h("figure", { className: ["figure", `size-${written.attributes.size ?? "column"}`] }, [
      ...images,
      ...(line.length > 0 ? [h("figcaption", line)] : []),
    ]);
  },
};
