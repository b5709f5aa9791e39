import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { PressProfile } from "../../../publication.js";
import type { Block } from "../tags/block.js";
import type { Gathered } from "../tags/read-tree.js";
import { blockOfGathered } from "./block-of-marks.js";
import type { Paint } from "./find-paints.js";

const elements: Readonly<Record<string, string>> = {
  Aside: "box",
  BlockQuote: "quotation",
  Caption: "caption",
  Figure: "figure",
  L: "list",
  LI: "item of a list",
  P: "paragraph",
  Sect: "section",
  Table: "table",
  TD: "cell of a table",
  TH: "cell of a table",
  TR: "row of a table",
};

/** Report what is painted transparently as messages `press-transparency`, once for each element of the manuscript. */
export function reportTransparency(
  gathered: ReadonlyMap<number, Gathered>,
  paints: readonly Paint[],
  blocks: readonly Block[],
  { standard, title }: Pick<PressProfile, "standard" | "title">,
): readonly VFileMessage[] {
  const keys = blockOfGathered(gathered);
  const asker = standard === "PDF/X-1a" ? standard : title;
  const found = new Map<Block | number, number>();
  for (const { page, marks } of paints) {
    const key = marks.map((mark) => keys.get(`${page} ${mark}`)).find((each) => each !== undefined);
    const block = blocks[key ?? -1];
    if (!found.has(block ?? page)) found.set(block ?? page, page);
  }
  return [...found].map(([block, page]) => {
    const known = typeof block === "number" ? undefined : block;
    const element = known ? describe(known) : "something that is no text";
    const reason = `Unexpected transparency in ${element}, on page ${page + 1} of the file: ${asker} allows none; opacity, shadows, blends and translucent colours make it`;
    return problem("press-transparency", reason, known?.place ?? {});
  });
}

function describe({ type, text }: Block): string {
  const element = elements[type] ?? (/^H\d$/.test(type) ? "heading" : "element");
  const words = text
    .replace(/[\u00AD\u200B]/g, "")
    .trim()
    .replace(/\s+/g, " ");
  const beginning = words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words;
  return `${/^[aeiou]/.test(element) ? "an" : "a"} ${element}${beginning && ` (“${beginning}”)`}`;
}
