import type { FootnoteDefinition, Heading, Nodes, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Finding, ImportedChapter, ImportedMetadata, Origin } from "../importer.js";

/** A whole work in one row of blocks, with its notes by their labels. */
export interface Work {
  readonly metadata: ImportedMetadata;
  readonly blocks: readonly RootContent[];
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** Where a node stood in the original. */
  originOf(node: Nodes): Origin;
}

/** Cut a work into chapters at its highest headings, each with the notes that it calls, and name what has no name. */
export function splitChapters(
  { metadata, blocks, notes, originOf }: Work,
  name: string,
): {
  readonly metadata: ImportedMetadata;
  readonly chapters: readonly ImportedChapter[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const top = Math.min(7, ...blocks.map((node) => (node.type === "heading" ? node.depth : 7)));
  const runs = runsOf(blocks, top);
  const [first] = runs;
  const firstTitle = first?.heading ? titleOf(first.heading) : "";
  const title =
    metadata.title ?? (runs.length === 1 && firstTitle !== "" ? firstTitle : undefined) ?? stem(name);
  if (metadata.title === undefined) {
    const from = first?.heading ? originOf(first.heading) : { file: name };
    findings.push(
      runs.length === 1 && firstTitle !== ""
        ? {
            rule: "import-title-repeated",
            reason: `The title of the chapter is the title of the work: ${title}`,
            from,
            to: { key: ["title"] },
            added: title,
          }
        : {
            rule: "import-title-missing",
            reason: `No title found; it is named after the file: ${title}`,
            from: { file: name },
            to: { key: ["title"] },
            added: title,
          },
    );
  }
  const chapters = runs.map((run): ImportedChapter => {
    const heading = run.heading ?? headingOf(title);
    if (!run.heading) {
      const reason = `Text before the first heading is a chapter under the title of the work: ${title}`;
      const from = run.blocks[0] ? originOf(run.blocks[0]) : { file: name };
      findings.push({ rule: "import-title-made", reason, from, to: { node: heading }, added: title });
    }
    const children: RootContent[] = [heading, ...run.blocks];
    for (const node of children)
      if (node.type === "heading" && run.heading)
        node.depth = Math.max(1, node.depth - top + 1) as Heading["depth"];
      else if (node.type === "heading" && node !== heading)
        node.depth = Math.min(6, node.depth + 1) as Heading["depth"];
    const tree: Root = { type: "root", children };
    for (const note of called(tree, notes)) children.push(note);
    return { name: titleOf(heading) || title, division: "body", tree };
  });
  const unnumbered = chapters.length > 1 ? { chapters: { numbered: false } } : {};
  return { metadata: { ...unnumbered, ...metadata, title }, chapters, findings };
}

interface ChapterRun {
  readonly heading?: Heading;
  readonly blocks: RootContent[];
}

function runsOf(blocks: readonly RootContent[], top: number): readonly ChapterRun[] {
  const runs: ChapterRun[] = [];
  for (const node of blocks) {
    if (node.type === "heading" && node.depth === top) runs.push({ heading: node, blocks: [] });
    else if (runs.length === 0) runs.push({ blocks: [node] });
    else runs.at(-1)?.blocks.push(node);
  }
  return runs.length > 0 ? runs : [{ blocks: [] }];
}

/** The notes that a chapter calls, in the order of their first calls. */
function called(tree: Root, notes: ReadonlyMap<string, FootnoteDefinition>): FootnoteDefinition[] {
  const labels = new Set<string>();
  visit(tree, "footnoteReference", ({ identifier }) => {
    labels.add(identifier);
  });
  return [...labels].flatMap((label) => notes.get(label) ?? []);
}

function headingOf(title: string): Heading {
  return { type: "heading", depth: 1, children: [{ type: "text", value: title }] };
}

function titleOf(heading: Heading): string {
  const text = heading.children
    .filter((node) => node.data?.printed !== "")
    .map((node) => textOf(node))
    .join("");
  return text.replace(/\s+/g, " ").trim();
}

function stem(name: string): string {
  return name.replace(/\.\w+$/, "") || name;
}
