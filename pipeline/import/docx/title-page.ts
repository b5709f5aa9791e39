import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ImportedMetadata } from "../importer.js";
import { parseDate } from "../text/dates.js";
import { peopleOf } from "../text/names.js";
import type { Draft } from "./draft.js";
import type { Block } from "./model.js";
import { readParagraph } from "./paragraphs.js";

const keys = ["title", "subtitle", "author", "date"] as const;

/** Take the title, the subtitle, the authors and the date that are styled as such before the first heading; the rest is text. */
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
    const text = textOf((read?.children ?? []) as RootContent[])
      .replace(/\s+/g, " ")
      .trim();
    const isOne = bare && (key !== "date" || parseDate(text) !== undefined);
    if (!key || (read && !isOne)) rest.push(block);
    else if (read) {
      found[key] = [...(found[key] ?? []), text];
      draft.findings.push({
        rule: "import-metadata-taken",
        reason: `Styled as the ${key}: ${text}`,
        from: { file: draft.file, part: `paragraph ${read.spot.paragraph}` },
        to: { key: [key] },
        dropped: text,
        added: writtenAs(key, text),
      });
    }
  }
  const { title, subtitle, date } = found;
  const author = found.author?.flatMap(peopleOf);
  const day = parseDate(date?.[0] ?? "");
  return {
    metadata: {
      ...(title && { title: title.join(" ") }),
      ...(subtitle && { subtitle: subtitle.join(" ") }),
      ...(author && { author: author.length === 1 ? String(author[0]) : author }),
      ...(day !== undefined && { date: day }),
    },
    rest,
  };
}

/** The words of publication.yaml: a date in figures, names without what joins them. */
function writtenAs(key: (typeof keys)[number], text: string): string {
  if (key === "date") return parseDate(text) ?? text;
  return key === "author" ? peopleOf(text).join("; ") : text;
}
