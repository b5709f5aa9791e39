import type { Delete, PhrasingContent, Root } from "mdast";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import { remarkSpans } from "../../read/remark-spans.js";
import { originOf, type Step } from "./page.js";
import { replaceText } from "./replace-text.js";

/**
 * Read in a fresh tree what Pandoc and Quarto write within a line and quoin has in a form of its own: `H~2~O`, which GitHub strikes
 * through, `x^2^`, `[words]{.smallcaps}` and `[words]{lang=he}`. In place.
 */
export function readMarkedWords(tree: Root, source: string): void {
  remarkSpans()(tree, new VFile(source));
  visit(tree, "delete", (node, i, parent) => {
    if (!parent || i === undefined || !isLowered(node, source)) return;
    parent.children.splice(i, 1, ...(enclosed("sub", node.children) as never[]));
  });
  replaceText(tree, /(?<=[\p{L}\d)])\^([^\s^~[\]]{1,12})\^/gu, ([, value = ""], text) =>
    enclosed("sup", [{ type: "text", value, ...(text.position && { position: text.position }) }]),
  );
}

/** One tilde, and no space: what is struck through has two, or is several words. */
function isLowered({ position, children }: Delete, source: string): boolean {
  const written = source.slice(position?.start.offset, position?.end.offset);
  return children.length > 0 && !written.startsWith("~~") && !/\s/.test(written);
}

function enclosed(tag: "sub" | "sup", children: readonly PhrasingContent[]): PhrasingContent[] {
  const html = (value: string): PhrasingContent => ({ type: "html", value });
  return [html(`<${tag}>`), ...children, html(`</${tag}>`)];
}

/** Tell words with attributes that nothing here stands for: brackets and braces would be printed. */
export const strangeSpans: Step = (page, shelf) => {
  visit(page.tree, "text", (node) => {
    for (const [found] of node.value.matchAll(/\]\{[^{}\n]*[.#=][^{}\n]*\}/g)) {
      const reason = `There is nothing here for words with these attributes; they are left as they are written: ${found.slice(1)}`;
      shelf.findings.push({
        rule: "import-markup-foreign",
        reason,
        from: originOf(page, node),
        to: { node },
      });
    }
  });
};

/** Tell blocks that other tools run, or put into one of their formats alone, and that are printed here. */
export const strangeCode: Step = (page, shelf) => {
  visit(page.tree, "code", (node) => {
    const info = `${node.lang ?? ""} ${node.meta ?? ""}`.trim();
    if (!info.startsWith("{") || /^\{\s*\.[\w-]+[^=]*\}$/.test(info)) return;
    const what = info.startsWith("{=") ? "Markup for one format alone" : "Code that another tool runs";
    const reason = `${what} is left as a block of code, which is printed: ${info}`;
    shelf.findings.push({ rule: "import-markup-foreign", reason, from: originOf(page, node), to: { node } });
  });
};
