import type { Element } from "hast";
import { s } from "hastscript";

/**
 * Draw the children of an inline drawing through `<use>`.
 *
 * Paged.js takes an element that lies below the trim for text that no longer fits and begins a new page; what a cover
 * draws into its bleed lies there. It does not look into what is only referred to.
 */
export function drawByReference(drawing: Element, id: string): void {
  drawing.children = [s("defs", [s("g", { id }, drawing.children)]), s("use", { href: `#${id}` })];
}
