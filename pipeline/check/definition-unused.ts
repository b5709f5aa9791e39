import type { Definition, ImageReference, LinkReference, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report `[label]: address` that no link uses, or that comes after another of its label: Markdown prints nothing of it. */
export function definitionUnused(tree: Root, file: VFile): void {
  const used = new Set<string>();
  visit(tree, ["linkReference", "imageReference"], (node) => {
    used.add((node as LinkReference | ImageReference).identifier);
  });
  const first = new Map<string, Definition>();
  visit(tree, "definition", (node) => {
    const label = node.label ?? node.identifier;
    const earlier = first.get(node.identifier);
    if (!earlier) first.set(node.identifier, node);
    // `[//]: # (remark)` is a usual way to write a remark that is not printed; an empty address is a matter of `link-empty`.
    if (["", "#"].includes(node.url) || label.startsWith("^") || (!earlier && used.has(node.identifier)))
      return;
    const reason = earlier
      ? `Unexpected second definition \`[${label}]\`; it is defined at line ${earlier.position?.start.line}, and this one is left out`
      : `Unexpected definition \`[${label}]\` that no link uses; it is left out. Expected \`[${label}]\` in the text, or \`\\[${label}]\` here`;
    file.messages.push(problem("definition-unused", reason, { file: file.path, node }));
  });
}
