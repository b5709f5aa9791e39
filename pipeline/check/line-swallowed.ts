import type { FootnoteDefinition, Paragraph, Parents, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { excerpt } from "./excerpt.js";
import { finished, type Line, type LineEnds, lineEndsOf, linesOf } from "./line-ends.js";

const begins = /^["“„«‘¿¡([*_–—-]*\s*(?:\p{Lu}|\p{Lo}|\p{N})/u;
/** What is nothing within the words of a note: a picture, the definition of a label, a row of a table. */
const ofItsOwn = /^(?:!\[|\[[^\]]+\]:\s|\|.*\|$)/;

/** Report a line right below a note that Markdown takes into the note, though its author has ended it (CommonMark 0.31.2, 5.1). */
export function lineSwallowed(tree: Root, file: VFile): void {
  const source = String(file);
  let ends: LineEnds | undefined;
  visit(tree, "footnoteDefinition", (note, index, parent) => {
    if (isOneOfRow(note, index ?? 0, parent)) return SKIP;
    visit(note, "paragraph", (paragraph: Paragraph) => {
      const lines = linesOf(paragraph, source);
      if (lines.length < 2) return;
      ends ??= lineEndsOf(tree, source);
      const found = swallowed(lines, note.position?.start.column ?? 1, ends);
      if (!found) return;
      const reason = `Unexpected line right below note \`${note.label ?? note.identifier}\`, which takes it in, \`${excerpt(found.text)}\`; expected an empty line above it, or four spaces before it where it is part of the note`;
      file.messages.push(problem("line-swallowed", reason, { file: file.path, ...found }));
    });
    return SKIP;
  });
}

/** Notes of which one stands right below the other are a list, in which each may have several lines. */
function isOneOfRow(note: FootnoteDefinition, index: number, parent: Parents | undefined): boolean {
  const touches = (one: Parents["children"][number] | undefined, other: typeof one) =>
    one?.type === "footnoteDefinition" &&
    other?.type === "footnoteDefinition" &&
    one.position?.end.line === (other.position?.start.line ?? 0) - 1;
  return touches(parent?.children[index - 1], note) || touches(note, parent?.children[index + 1]);
}

function swallowed(
  lines: readonly Line[],
  column: number,
  { width, bySentence }: LineEnds,
): Line | undefined {
  return lines.find((line, i) => {
    const above = lines[i - 1];
    if (!above || line.column > column || above.text.endsWith("\\")) return false;
    if (ofItsOwn.test(line.text)) return true;
    // What its author breaks by the width of the page is broken before a word that has no room.
    const hasRoom = above.end + 1 + (line.text.split(/\s/)[0] ?? "").length <= width;
    if (!hasRoom || bySentence || !begins.test(line.text)) return false;
    const words = line.text.split(/\s+/).length;
    return finished.test(above.text)
      ? words >= 3
      : words >= 6 && finished.test(line.text) && !/[,:;–—-]$/.test(above.text);
  });
}
