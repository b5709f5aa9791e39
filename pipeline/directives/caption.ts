import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { BlockContent, DefinitionContent } from "mdast";
import type { Written } from "./directive.js";

/** Set a caption and a credit: the first paragraph runs on in the caption's line, further blocks follow it. */
export function caption(
  written: Written,
  blocks: readonly (BlockContent | DefinitionContent)[],
): ElementContent[] {
  const [first, ...rest] = blocks;
  const lead = first?.type === "paragraph" ? written.phrasing(first.children) : [];
  const line: ElementContent[] = [];
  if (lead.length > 0) line.push(h("span.caption", lead));
  const credit = written.attributes.credit;
  if (credit) line.push(...space(line), h("span.credit", written.inline(credit)));
  const below = first && first.type !== "paragraph" ? blocks : rest;
  return [...(line.length > 0 ? [h("p", line)] : []), ...written.flow(below)];
}

function space(line: readonly ElementContent[]): ElementContent[] {
  return line.length > 0 ? [{ type: "text", value: " " }] : [];
}
