import type { Element, Nodes, Root, Text } from "hast";
import { smarten } from "./smarten.js";

/** Elements whose text is quoted to the letter. */
const verbatim = new Set(["code", "pre", "kbd", "samp", "var", "svg", "math"]);
/** Elements that run on in their block's text. */
const inline = new Set(
  "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark math note-call q s samp small span strong sub sup time u var wbr rt rp ruby".split(
    " ",
  ),
);

/** The flattened text of one block, with the text nodes that it came from. */
interface Run {
  text: string;
  readonly pieces: { readonly node: Text; readonly start: number; readonly language: string }[];
}

/** Set quotes, dashes and ellipses of every block in the way of its language. */
export function rehypeTypography(options: { language: string }) {
  return (tree: Root): void => setBlock(tree, options.language);
}

function setBlock(block: Root | Element, language: string): void {
  let run: Run = { text: "", pieces: [] };
  const visit = (node: Nodes, language: string): void => {
    if (node.type === "text") {
      run.pieces.push({ node, start: run.text.length, language });
      run.text += node.value;
    }
    if (node.type !== "element" || node.tagName === "note-call") return;
    const own = typeof node.properties.lang === "string" ? node.properties.lang : language;
    if (!inline.has(node.tagName)) {
      rewrite(run);
      run = { text: "", pieces: [] };
      if (!verbatim.has(node.tagName)) setBlock(node, own);
    } else if (node.tagName === "br") run.text += "\n";
    // What is quoted to the letter stands in the text as a letter does: quotes beside it close or open as beside a word.
    else if (node.tagName === "img" || verbatim.has(node.tagName) || isAddress(node)) run.text += "x";
    else for (const child of node.children) visit(child, own);
  };
  for (const child of block.children) visit(child, language);
  rewrite(run);
}

function rewrite({ text, pieces }: Run): void {
  if (!/["']|--|\.\.\.|[ ][;:!?]/.test(text)) return;
  // Asked from left to right, twice: a cursor keeps a paragraph of a whole book from being searched for every quote.
  let cursor = 0;
  const languageAt = (index: number): string => {
    if ((pieces[cursor]?.start ?? 0) > index) cursor = 0;
    while ((pieces[cursor + 1]?.start ?? Number.POSITIVE_INFINITY) <= index) cursor++;
    return pieces[cursor]?.language ?? "";
  };
  const out = smarten(text, languageAt);
  for (const { node, start } of pieces) node.value = out.slice(start, start + node.value.length).join("");
}

/** Whether a link shows nothing but where it leads. */
export function isAddress(node: Element): boolean {
  const [only] = node.children;
  if (node.tagName !== "a" || node.children.length !== 1 || only?.type !== "text") return false;
  return (
    /^(?:https?:\/\/|www\.|mailto:)\S+$/.test(only.value) ||
    String(node.properties.href) === `mailto:${only.value}`
  );
}
