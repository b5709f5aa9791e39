import type { Root } from "mdast";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { bullets } from "./broken/bullets.js";
import { headings } from "./broken/headings.js";
import { links } from "./broken/links.js";
import { openStars } from "./broken/open-stars.js";
import { pairs } from "./broken/pairs.js";
import { rows } from "./broken/rows.js";
import type { FindSlips } from "./broken/slip.js";
import { steps } from "./broken/steps.js";
import { underlines } from "./broken/underlines.js";
import { placeInBlock, writtenBlocks } from "./written-blocks.js";

const kinds: readonly FindSlips[] = [bullets, headings, links, openStars, pairs, rows, steps, underlines];

/** Report what is nearly Markdown, and is set as something else: `##Heading`, `• item`, `** bold**`. */
export function markupBroken(tree: Root, file: VFile): void {
  for (const block of writtenBlocks(tree, String(file)))
    for (const find of kinds)
      for (const { index, reason } of find(block, tree))
        file.messages.push(problem("markup-broken", reason, placeInBlock(block, index, file.path)));
}
