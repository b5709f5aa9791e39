import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { type At, problem } from "../problem.js";
import { hiddenCalls } from "./hidden-calls.js";

/** Report note calls inside notes. */
export function noteNested(tree: Root, file: VFile): void {
  const report = (name: string, at: At) => {
    const reason = `Unexpected call of note \`${name}\` inside a note; expected a reference to it: \`[](#note-${name})\``;
    file.messages.push(problem("note-nested", reason, at));
  };
  visit(tree, "footnoteDefinition", (definition) => {
    visit(definition, "footnoteReference", (call) => {
      report(call.label ?? call.identifier, { file: file.path, node: call });
    });
    for (const { label, place } of hiddenCalls(definition, file.path)) report(label, place);
  });
}
