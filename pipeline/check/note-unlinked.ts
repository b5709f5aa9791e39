import type { Root } from "mdast";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { type NoteEntries, noteEntriesOf } from "./note-entries.js";
import { type NoteMark, noteMarksIn } from "./note-marks.js";
import { placeInBlock, type WrittenBlock, writtenBlocks } from "./written-blocks.js";

interface Found extends NoteMark {
  readonly block: WrittenBlock;
}

/** Report notes by hand, once for each list of them: marks such as `[1]` in the text, and their numbers in a list. */
export function noteUnlinked(tree: Root, file: VFile): void {
  const source = String(file);
  if (!/\[\d{1,3}\\?\]|[¹²³⁰⁴-⁹]|<sup>/i.test(source)) return;
  const lists = noteEntriesOf(tree, source);
  if (lists.length === 0) return;
  const found = writtenBlocks(tree, source)
    .filter(isText)
    .flatMap((block) => noteMarksIn(block).map((mark): Found => ({ ...mark, block })));
  let [from, at] = [0, 0];
  for (const list of lists) {
    // Notes of several chapters in one source count anew in each: a list is that of the marks above it.
    const begin = at;
    while (at < found.length && startOf(found[at]?.block) < list.from) at++;
    const marks = found.slice(begin, at).filter(({ block }) => startOf(block) >= from);
    from = list.to;
    const called = marks.filter(({ number }) => list.lines.has(number));
    const [first] = called;
    if (!first || !(list.isNamed || countsOn(called, list))) continue;
    const { number, sign, block, index } = first;
    const what =
      called.length > 1
        ? `${called.length} marks of notes by hand, the first \`${sign}\`, which lead`
        : `mark of a note by hand, \`${sign}\`, which leads`;
    const reason = `Unexpected ${what} nowhere; expected \`[^${number}]\` here, and \`[^${number}]: …\` at line ${list.lines.get(number)}`;
    file.messages.push(problem("note-unlinked", reason, placeInBlock(block, index, file.path)));
  }
}

/** Works that are cited by number are called in any order; notes are called one after the other, and most of them. */
function countsOn(called: readonly NoteMark[], { lines }: NoteEntries): boolean {
  const rises = called.every(({ number }, i) => number > (called[i - 1]?.number ?? 0));
  return rises && called.length * 4 >= lines.size * 3;
}

/** Marks in a table or a figure have their notes at its foot. */
function isText({ node, parent }: WrittenBlock): boolean {
  const isExhibit = parent?.type === "containerDirective" && /^(?:table|figure)$/.test(parent.name);
  return node.type !== "tableCell" && !isExhibit;
}

function startOf(block: WrittenBlock | undefined): number {
  return block?.node.position?.start.offset ?? 0;
}
