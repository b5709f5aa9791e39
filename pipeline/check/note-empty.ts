import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report notes without words, and what is indented behind a note, but not enough to be part of it. */
export function noteEmpty(tree: Root, file: VFile): void {
  visit(tree, "footnoteDefinition", (note, index, parent) => {
    const name = note.label ?? note.identifier;
    if (note.children.length === 0) {
      const reason = `Unexpected note \`${name}\` without words; expected them behind \`[^${name}]:\`, or indented by four spaces`;
      file.messages.push(problem("note-empty", reason, { file: file.path, node: note }));
    }
    const next = parent?.children[(index ?? 0) + 1];
    const indent = (next?.position?.start.column ?? 1) - (note.position?.start.column ?? 1);
    if (next?.type !== "paragraph" || indent <= 0) return;
    const reason = `Unexpected paragraph behind note \`${name}\`, indented by ${indent}, which is set in the text; expected four spaces where it is part of the note, else none`;
    file.messages.push(problem("note-empty", reason, { file: file.path, node: next }));
  });
}
