import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";

/** Report a number in a list that is not the next one: Markdown counts on from the first, whatever stands there (CommonMark 0.31.2, 5.3). */
export function listRenumbered(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, "list", (list) => {
    if (!list.ordered) return;
    const first = list.start ?? 1;
    const written = list.children.map(({ position }) =>
      Number.parseInt(source.slice(position?.start.offset, position?.end.offset), 10),
    );
    // Who writes the same number before each item leaves counting to Markdown.
    if (written.every((number) => number === first)) return;
    const index = written.findIndex((number, i) => number !== first + i);
    if (index < 0) return;
    const reason = `Unexpected \`${written[index]}\` in a list that counts on, and is printed as ${first + index}; expected ${first + index}, or paragraphs: \`${written[index]}\\.\``;
    file.messages.push(problem("list-renumbered", reason, { file: file.path, node: list.children[index] }));
  });
}
