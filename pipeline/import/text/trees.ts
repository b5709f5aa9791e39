import type { Root, RootContent } from "mdast";
import type { Finding, ImportedChapter, NamedBytes } from "../importer.js";
import { placeholder } from "../placeholder.js";
import { itemsOf, type Part } from "./chapters.js";
import { type Draft, finding, type Item, quoted } from "./draft.js";
import { type InlineContext, inline } from "./inline.js";
import { blockOf, definitionOf, paragraph, type Words } from "./item-blocks.js";
import type { Labelled } from "./labels.js";
import { withoutMarks } from "./marks.js";

/** Chapters as trees, the pictures that they need, and which node each line of the original went to. */
export interface Trees {
  readonly chapters: readonly ImportedChapter[];
  readonly images: readonly NamedBytes[];
  readonly nodes: ReadonlyMap<number, RootContent>;
  readonly findings: readonly Finding[];
}

/** A picture in a report of one column is about this large, in pixels. */
const pictureSize = [600, 400] as const;

/** Make the trees of all chapters; notes go to the chapter that calls them, those that nothing calls to the end of the body. */
export function treesOf(draft: Draft, parts: readonly Part[], labels: readonly Labelled[]): Trees {
  const findings: Finding[] = [];
  const images: NamedBytes[] = [];
  const nodes = new Map<number, RootContent>();
  const keep = <T extends RootContent>(node: T, { lines }: Pick<Item, "lines">): T => {
    for (const line of lines) nodes.set(line, node);
    return node;
  };
  const words: Words = (text, { lines }) => inline(text, contextOf(draft, lines, labels, findings));

  const last = parts.findLastIndex(({ division }) => division === "body");
  const chapters = parts.map((part, p): ImportedChapter => {
    const blocks: RootContent[] = [
      keep({ type: "heading", depth: 1, children: words(part.title, part) }, part),
    ];
    let depth = 1;
    for (const item of itemsOf(part, draft.items)) {
      if (item.kind === "heading") depth = Math.min(item.depth, depth + 1);
      const picture = `images/picture-${images.length + 1}.svg`;
      append(blocks, keep(blockOf(item, depth, picture, words), item));
      if (item.kind !== "figure") continue;
      images.push({ name: picture, bytes: placeholder(...pictureSize) });
      findings.push(pictureMissing(draft, item));
    }
    for (const [i, note] of draft.notes.entries()) {
      const labelled = labels[i];
      if (labelled?.part === p) blocks.push(keep(definitionOf(note, labelled, words), note));
      else if (labelled?.part === undefined && p === last) {
        const text = `${note.number}. ${note.text.replaceAll("\n\n", " ")}`;
        blocks.push(keep(paragraph(words(text, note)), note));
      }
    }
    const tree: Root = { type: "root", children: blocks };
    return { name: withoutMarks(part.title), division: part.division, tree };
  });
  return { chapters, images, nodes, findings };
}

/** Items that follow each other are one list. */
function append(blocks: RootContent[], block: RootContent): void {
  const before = blocks.at(-1);
  const goesOn = block.type === "list" && (!block.ordered || block.start !== 1);
  if (goesOn && before?.type === "list" && before.ordered === block.ordered)
    before.children.push(...block.children);
  else blocks.push(block);
}

function contextOf(
  draft: Draft,
  lines: readonly number[],
  labels: readonly Labelled[],
  findings: Finding[],
): InlineContext {
  const file = draft.file.replaceAll(/-{2,}/g, "-");
  return {
    gap: `<!-- Words seem to be missing here: ${file}, lines ${lines[0] ?? 1} to ${lines.at(-1) ?? 1} -->`,
    nameOf: (note) => labels[note] ?? { label: String(note), number: "" },
    deadLink: (words) => {
      const reason = `A link has no address, and its words were kept: ${quoted(words)}; give the address`;
      findings.push(finding(draft, "import-link-dead", lines.at(-1), reason));
    },
  };
}

function pictureMissing(draft: Draft, item: Item): Finding {
  const reason = `A placeholder stands for the picture of this caption: ${quoted(item.text)}`;
  return finding(draft, "import-picture-missing", item.lines[0], reason);
}
