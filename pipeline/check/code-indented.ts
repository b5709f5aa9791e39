import type { Code, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { excerpt } from "./excerpt.js";

/** What Markdown would make of a paragraph: notes, links, emphasis. Their signs are no code's. */
const marked =
  /\[\^[^\]\s]+\]|\]\([^()\s]*\)|(?<!\w)(?:\*{1,3}|_{1,2})(?=\p{L})|(?<=[\p{L}.,;:!?])(?:\*{1,3}|_{1,2})(?!\w)/gu;
/** Signs, calls, prompts, remarks, options and columns of code. */
const coded =
  /[{}<>=\\|~^`\t]|&&|\p{L}\((?!\p{Ll}{1,5}\))|\p{L}\(\)|^ *(?:[$#%>*]|\/\/|--?\p{L})|\s--?\p{L}|[^\s.!?:;,…”"»] {2,}\S|^ *[\p{L}\w-]+:(?: \S+){0,2}$/mu;
const begins = /^["“„«‘¿¡([—–\s-]*(?:\p{Lu}|\p{Lo})/u;
const sentenceEnds = /[\p{L}\p{N})\]](?:[.!?…]["”“’»)\]]*(?:\s|$)|[。！？])/u;
const plain =
  /^["“„«‘¿¡([—–-]*(?:[\p{L}\p{M}]+(?:[’'./-][\p{L}\p{M}]+)*|[$€£]?\p{N}[\p{N}.,:/–-]*%?)?["”“’»)\].,;:!?…—–-]*$/u;

/** Report words that stand four spaces in: Markdown sets them as code (CommonMark 0.31.2, 4.4). */
export function codeIndented(tree: Root, file: VFile): void {
  const source = String(file);
  visit(tree, "code", (node, index, parent) => {
    if (!/[ \t]/.test(source[node.position?.start.offset ?? -1] ?? "")) return;
    const next = parent?.children[(index ?? 0) + 1];
    const goesOn =
      next?.type === "paragraph" && next.position?.start.line === (node.position?.end.line ?? 0) + 1;
    if (!readsAsProse(node, goesOn)) return;
    const reason = `Unexpected indent before words, which are set as code, \`${excerpt(node.value)}\`; expected none, or a line \`\`\` above and below them where they are code`;
    file.messages.push(problem("code-indented", reason, { file: file.path, node }));
  });
}

/** A line that the text goes on from right below is the first of a paragraph, and need not end a sentence. */
function readsAsProse({ value }: Code, goesOn: boolean): boolean {
  const words = value.replace(marked, "");
  if (coded.test(words) || !begins.test(words.trimStart()) || !(goesOn || sentenceEnds.test(words)))
    return false;
  const pieces = words.split(/\s+/).filter((piece) => piece !== "");
  const letters = pieces.filter((piece) => /\p{L}/u.test(piece)).length;
  const isLong = letters >= 5 || /[。！？]/.test(words);
  return isLong && pieces.filter((piece) => plain.test(piece)).length >= pieces.length * 0.85;
}
