import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ImportedMetadata } from "../importer.js";
import type { Draft } from "./draft.js";
import type { Block } from "./model.js";
import { readParagraph } from "./paragraphs.js";

const keys = ["title", "subtitle", "author"] as const;

/** Take the title, the subtitle and the authors that are styled as such before the first heading; the rest is text. */
export function takeTitlePage(
  blocks: readonly Block[],
  draft: Draft,
): { readonly metadata: ImportedMetadata; readonly rest: readonly Block[] } {
  const found: Partial<Record<(typeof keys)[number], string[]>> = {};
  const rest: Block[] = [];
  let open = true;
  for (const block of blocks) {
    const kind = block.type === "paragraph" ? draft.styles.kindOf(block.styleId).kind : "plain";
    if (kind === "heading") open = false;
    const key = open ? keys.find((key) => key === kind) : undefined;
    const read = key && block.type === "paragraph" ? readParagraph(block, draft) : undefined;
    const bare = read?.children.every(({ type }) => type !== "footnoteReference" && type !== "image");
    if (!key || (read && !bare)) rest.push(block);
    else if (read) {
      const text = textOf(read.children as RootContent[])
        .replace(/\s+/g, " ")
        .trim();
      found[key] = [...(found[key] ?? []), text];
      draft.findings.push({
        rule: "import-metadata-taken",
        reason: `Styled as the ${key}: ${text}`,
        from: { file: draft.file, part: `paragraph ${read.spot.paragraph}` },
        to: { key: [key] },
      });
    }
  }
  const { title, subtitle, author } = found;
  return {
    metadata: {
      ...(title && { title: title.join(" ") }),
      ...(subtitle && { subtitle: subtitle.join(" ") }),
      ...(author && { author: author.length === 1 ? String(author[0]) : author }),
    },
    rest,
  };
}
