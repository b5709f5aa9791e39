import type { ListedParagraph } from "./item-numbers.js";

/** Listen to a part's elements and note which paragraphs are items of which list, in their order. */
export function listedParagraphs() {
  const found: ListedParagraph[] = [];
  let level: number | undefined;
  // What a tracked change says of the past is no item.
  let former = 0;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>, paragraph: number) {
      if (name === "w:pPrChange") former++;
      else if (former > 0) return;
      else if (name === "w:numPr") level = 0;
      else if (level !== undefined && name === "w:ilvl") level = Number(attributes["w:val"]) || 0;
      else if (level !== undefined && name === "w:numId")
        found.push({ paragraph, list: attributes["w:val"] ?? "", level });
    },
    close(name: string) {
      if (name === "w:pPrChange") former--;
      else if (name === "w:numPr") level = undefined;
    },
    all: (): readonly ListedParagraph[] => found,
  };
}
