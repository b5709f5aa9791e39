import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report note calls inside notes. */
export function noteNested(tree: Root, file: VFile): void {
  visit(tree, "footnoteDefinition", (definition) => {
    visit(definition, "footnoteReference", (call) => {
      const name = call.label ?? call.identifier;
      const reason = `Unexpected call of note \`${name}\` inside a note; expected a reference to it: \`[](#note-${name})\``;
      file.messages.push(problem("note-nested", reason, { file: file.path, node: call }));
    });
  });
}
