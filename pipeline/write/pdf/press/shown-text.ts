import { createHash, type Hash } from "node:crypto";
import { PDFStream } from "@cantoo/pdf-lib";
import { showing } from "../content/painting.js";
import { dictOf, get } from "../values.js";
import type { Content, Survey } from "./survey.js";

/** Operators that show text (ISO 32000-1, 9.4.3). */

/** Forms within forms that are followed; deeper ones draw themselves. */
const deepest = 20;

/** Digest the text that each page shows, itself and through forms: its strings as they are written, in their order. */
export function shownText({ pages, pieces }: Pick<Survey, "pages" | "pieces">): readonly string[] {
  const add = (hash: Hash, { operations, resources }: Content, depth: number): void => {
    for (const { name, operands } of operations) {
      if (showing.has(name)) hash.update(operands.join(" ")).update("\n");
      else if (name === "Do" && depth < deepest) {
        const drawing = get(dictOf(resources, "XObject"), operands[0]?.slice(1) ?? "");
        const form = drawing instanceof PDFStream ? pieces.get(drawing) : undefined;
        if (form) add(hash, form, depth + 1);
      }
    }
  };
  return pages.map((page) => {
    const hash = createHash("sha256");
    add(hash, page, 0);
    return hash.digest("hex");
  });
}
