import type { SignedPart } from "../../../publication.js";
import type { ColumnPart } from "./shared.js";

/** Say of each part which blocks will be tagged, in the order of their tags: the sign that each bears, and its key. Runs in the page. */
export function tellBlocks(parts: readonly ColumnPart[]): readonly SignedPart[] {
  return parts.map(({ id, section }) => {
    // What was moved may have come to stand inside its like.
    window.steps.signBlocks(section);
    const blocks = [section, ...section.querySelectorAll<HTMLElement>("[data-key]")].filter(
      (block) => block.dataset.key !== undefined && block.checkVisibility({ visibilityProperty: true }),
    );
    return {
      partId: id,
      blocks: blocks.map((block) => {
        const sign = (block.getAttribute("lang") ?? "").replace(/^.*-x-k/, "");
        return [sign, block.dataset.key ?? ""] as const;
      }),
    };
  });
}
