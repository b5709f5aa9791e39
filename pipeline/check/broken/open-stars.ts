import type { RootContent } from "mdast";
import { bothEnds } from "../excerpt.js";
import type { WrittenBlock } from "../written-blocks.js";
import type { FindSlips, Slip } from "./slip.js";

/** Stars that can open (CommonMark 0.31.2, 6.2): a word or its quotation mark follows, and nothing stands right before that could bear them. */
const opener = /(?<![\p{L}\p{N}%*)\\\uFFFC])(\*{1,2})(?=[\p{L}“„«‘¿¡"'(\uFFFC])/gu;
const uneven = /(?<![\p{L}\p{N}%*)\\])\*\*(?!\*)([^*\n]+)(?<![\s\\*])\*(?!\*)/gu;

/** Find stars that nothing closes: Markdown prints them. */
export const openStars: FindSlips = (block) => {
  const { text } = block;
  if (!text.includes("*")) return [];
  // What several stars belong to is told by their pairs, or by nobody: marks of significance, of notes.
  const isAlone = text.match(/(?<!\\)\*+/g)?.length === 1;
  return [...unevenIn(block), ...(isAlone ? openIn(block) : [])];
};

/** `**bold*` is emphasis with a star before it. */
function unevenIn({ text, starred }: WrittenBlock): Slip[] {
  return [...starred.matchAll(uneven)].flatMap(({ 0: found, 1: inner = "", index }) =>
    text[index] === "*" && text[index + 1] === "\uFFFC"
      ? [{ index, reason: reasonFor(bothEnds(found), `\`**${bothEnds(inner)}**\``) }]
      : [],
  );
}

function openIn(block: WrittenBlock): Slip[] {
  const { text, starred, written } = block;
  const isOdd = starred.split("**").length % 2 === 0;
  return [...text.matchAll(opener)].flatMap(({ 1: sign = "", index }) => {
    const words = written.slice(index + sign.length);
    const isMeant = sign === "*" ? isClosedBehind(block) : isOdd && !isMark(block, index, words);
    if (!isMeant) return [];
    const first = words.split(/\s+/, 3).join(" ");
    return [{ index, reason: reasonFor(`${sign}${first}…`, `\`${sign}\` behind the last word, too`) }];
  });
}

/** Two stars on a table's foot say what the stars in it mean; before a probability they are a level. */
function isMark({ text, parent, node }: WrittenBlock, index: number, words: string): boolean {
  if (/^p\W/i.test(words)) return true;
  const isFirst = /(?:^|\n)[ \t>]*$/.test(text.slice(0, index));
  const above = parent?.children[indexOf(parent.children, node) - 1];
  return isFirst && (node.type === "tableCell" || isTable(parent) || isTable(above));
}

function isTable(node: { readonly type: string; readonly name?: string } | undefined): boolean {
  return node?.type === "table" || (node?.type === "containerDirective" && node.name !== "callout");
}

/** One star is many things, a form that nobody uses among them: it is emphasis where the next paragraph has the other. */
function isClosedBehind({ parent, node }: WrittenBlock): boolean {
  const next = parent?.children[indexOf(parent.children, node) + 1];
  if (next?.type !== "paragraph") return false;
  const words = next.children.map((child) => (child.type === "text" ? child.value : "\uFFFC")).join("");
  return words.match(/\*+/g)?.length === 1 && /[^\s*]\*(?=[\s.,;:!?)”»]|$)/.test(words);
}

function indexOf(children: readonly RootContent[], node: RootContent): number {
  return children.indexOf(node);
}

function reasonFor(found: string, expected: string): string {
  return `Unexpected stars that nothing closes, which are printed, \`${found}\`; expected ${expected}`;
}
