import type { Element } from "hast";
import type { Link } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { chapterFiles } from "../chapter-files.js";
import type { Finding, ImportedChapter } from "../importer.js";
import { resolved } from "../markup/paths.js";
import { idsOf, isCall, type WebDocument } from "./document.js";
import { all } from "./tree.js";

/** Mark links that lead into a note and are no calls, `see note 12`: in `data-note-link` stands the label of the note. */
export function markNoteLinks(
  documents: readonly WebDocument[],
  notes: Iterable<{ readonly label: string; readonly element: Element }>,
): void {
  const labels = new Map<Element, string>();
  for (const { label, element } of notes)
    for (const inside of [element, ...all(element)]) labels.set(inside, label);
  const ids = new Map(documents.map((document) => [document.path, idsOf(document)]));
  for (const document of documents)
    for (const link of all(document.tree)) {
      if (link.tagName !== "a" || isCall(link)) continue;
      const [path = "", id = ""] = String(link.properties.href ?? "").split("#");
      const target = ids.get(path === "" ? document.path : resolved(document.path, path))?.get(id);
      const label = target && labels.get(target);
      if (label !== undefined) link.properties.dataNoteLink = label;
    }
}

/** Lead such links to their notes: in the same chapter where it has the note, else in the first that has. `Note 12` fills itself. */
export function settleNoteLinks(chapters: readonly ImportedChapter[]): readonly Finding[] {
  const files = chapterFiles(chapters);
  const holders = chapters.map(({ tree }) => {
    const definitions = tree.children.filter((node) => node.type === "footnoteDefinition");
    return new Set(definitions.map(({ identifier }) => identifier));
  });
  const findings: Finding[] = [];
  chapters.forEach(({ tree }, i) => {
    visit(tree, "link", (link: Link) => {
      const label = link.data?.toNote;
      if (label === undefined) return;
      const holder = holders[i]?.has(label) ? i : holders.findIndex((labels) => labels.has(label));
      link.url = `${holder === i ? "" : files[holder]}#note-${label}`;
      const words = textOf(link);
      if (!/^\s*(?:\p{L}+\.?\s+)?\d+\s*$/u.test(words)) return;
      link.data = { printed: words };
      link.children = [];
      const reason = `A cross-reference is one: \`${words}\` is filled in when it is built`;
      findings.push({ rule: "import-reference", reason, to: { node: link } });
    });
  });
  return findings;
}
