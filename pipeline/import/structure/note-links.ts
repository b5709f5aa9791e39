import type { Link, Parents } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { chapterFiles } from "../chapter-files.js";
import type { Finding, ImportedChapter } from "../importer.js";

/** What stands before the number of a note, or the first of several: quoin writes it itself, before each. */
const noteWord =
  /(?<!\p{L})(?:(?:foot|end)?notes?|anmerkung(?:en)?|anm\.|fu(?:ß|ss)noten?|fn\.|notas?|nn?\.)\s+$/iu;

/** Lead such links to their notes: in the same chapter where it has the note, else in the first that has. `Note 12` fills itself. */
export function settleNoteLinks(chapters: readonly ImportedChapter[]): readonly Finding[] {
  const files = chapterFiles(chapters);
  const holders = chapters.map(({ tree }) => {
    const definitions = tree.children.filter((node) => node.type === "footnoteDefinition");
    return new Set(definitions.map(({ identifier }) => identifier));
  });
  const findings: Finding[] = [];
  chapters.forEach(({ tree }, i) => {
    visit(tree, "link", (link: Link, at, parent) => {
      const label = link.data?.toNote;
      if (label === undefined) return;
      const holder = holders[i]?.has(label) ? i : holders.findIndex((labels) => labels.has(label));
      link.url = `${holder === i ? "" : files[holder]}#note-${label}`;
      const words = textOf(link);
      if (!/^\s*(?:\p{L}+\.?\s+)?\d+\s*$/u.test(words)) return;
      const said = takeWord(words, parent, at) + words;
      link.data = { printed: said };
      link.children = [];
      const reason = `A cross-reference is one: \`${said}\` is filled in when it is built`;
      findings.push({ rule: "import-reference", reason, to: { node: link } });
    });
  });
  return findings;
}

/** Take the word for a note off the text before a number alone. */
function takeWord(words: string, parent: Parents | undefined, at = 0): string {
  const before = parent?.children[at - 1];
  const found = /^\s*\d/.test(words) && before?.type === "text" ? noteWord.exec(before.value) : null;
  if (!found || before?.type !== "text") return "";
  before.value = before.value.slice(0, found.index);
  return found[0];
}
