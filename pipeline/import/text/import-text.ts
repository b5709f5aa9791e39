import type { Root } from "mdast";
import type { Imported, ImportTools } from "../importer.js";
import { blocksOf } from "./blocks.js";
import type { Decoded } from "./decode-text.js";

/** Make a publication of plain text: the first block is its title, the others are its paragraphs. */
export function importText({ text, findings }: Decoded, file: string, _tools: ImportTools): Imported {
  const [first, ...rest] = blocksOf(text);
  const title = first?.text ?? file;
  const tree: Root = {
    type: "root",
    children: [
      { type: "heading", depth: 1, children: [{ type: "text", value: title }] },
      ...rest.map(({ text }) => ({
        type: "paragraph" as const,
        children: [{ type: "text" as const, value: text }],
      })),
    ],
  };
  const again = `The title is the chapter's title too: ${title}`;
  return {
    metadata: { title },
    chapters: [{ name: title, division: "body", tree }],
    images: [],
    findings: [
      ...findings,
      { rule: "import-title-repeated", reason: again, from: { file, line: first?.line ?? 1 }, added: title },
    ],
    words: text,
  };
}
