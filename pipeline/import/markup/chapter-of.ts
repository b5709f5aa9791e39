import type { FootnoteDefinition, Heading, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Finding, ImportedChapter } from "../importer.js";
import type { Page } from "./page.js";
import { scalars } from "./parse-page.js";

/** Make a chapter of a page: its title on top, every other heading below it, the notes that it calls at its end. */
export function chapterOf(
  page: Page,
  titles: ReadonlyMap<string, string>,
  findings: Finding[],
): ImportedChapter {
  const { tree, notes, matter, path } = page;
  const blocks = tree.children;
  // `title: 1984` is a number to YAML.
  const own = scalars(matter.title).join(" ") || undefined;
  const top = blocks.find((node): node is Heading => node.type === "heading");
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  if (own === undefined && top && blocks.indexOf(top) === 0) {
    for (const node of blocks)
      if (node.type === "heading" && node !== top)
        node.depth = Math.min(6, Math.max(2, node.depth - top.depth + 1)) as Heading["depth"];
    top.depth = 1;
  } else {
    const title = own ?? titles.get(path) ?? stem;
    const heading: Heading = { type: "heading", depth: 1, children: [{ type: "text", value: title }] };
    for (const node of blocks)
      if (node.type === "heading") node.depth = Math.min(6, Math.max(2, node.depth)) as Heading["depth"];
    blocks.unshift(heading);
    if (own === undefined)
      findings.push({
        rule: "import-title-made",
        reason: `A page without a heading got its title: ${title}`,
        from: { file: path },
        to: { node: heading },
        added: title,
      });
  }
  const labels = new Set<string>();
  visit(tree, "footnoteReference", ({ identifier }) => void labels.add(identifier));
  tree.children.push(
    ...[...labels].flatMap((label): FootnoteDefinition[] =>
      [notes.get(label)].filter((note) => note !== undefined),
    ),
  );
  const [heading] = tree.children as [RootContent];
  return { name: textOf(heading).replace(/\{#[^}]*\}/, ""), division: "body", tree };
}
