import type { Paragraph, RootContent } from "mdast";
import type { WrittenBlock, WrittenLine } from "../written-blocks.js";
import type { FindSlips, Slip } from "./slip.js";

/** What word processors set before items; a private sign is one of Symbol or Wingdings. Several in a row are a rating. */
const bullet = /^([•‣◦⁃∙▪▫■□●○➢➤►▸❖✓✔·\uf0a7\uf0b7\uf0d8])(?!\1)[ \t\u00a0]*\S/;
/** What may come to stand at the beginning of a line by chance: dashes, and Markdown's own signs without their space. */
const doubtful = /^([–—](?=[ \t\u00a0]+\S)|[-+*](?=\u00a0+\S)|-(?=\p{L}))/u;

/** Find lines in a row, or paragraphs, that begin with a bullet: Markdown makes no list of them, and one paragraph of the lines. */
export const bullets: FindSlips = (block) => {
  if (block.node.type !== "paragraph") return [];
  const rows = rowsOf(block);
  return rows.length > 0 ? rows : paragraphsFrom(block, block.node);
};

function rowsOf({ lines }: WrittenBlock): Slip[] {
  const slips: Slip[] = [];
  for (let from = 0; from < lines.length; ) {
    const [first, above] = [lines[from], lines[from - 1]];
    const sign = signOf(first);
    let to = from + 1;
    while (sign && signOf(lines[to]) === sign) to++;
    const isList =
      bullet.test(first?.text ?? "") ||
      ((!above || above.text.endsWith(":")) && !isSpoken(lines.slice(from, to), above));
    if (first && sign && to - from > 1 && isList)
      slips.push({
        index: first.index,
        reason: reasonFor(`${to - from} lines`, sign, "set as one paragraph"),
      });
    from = to;
  }
  return slips;
}

/**
 * Say whether lines behind dashes are what people say, as novels of many languages have it, and not items: they are sentences.
 * Below a colon sentences may be items, too, if they are long, and nobody asks, calls, quotes or is named within dashes.
 */
function isSpoken(lines: readonly WrittenLine[], above: WrittenLine | undefined): boolean {
  const said = lines.map(({ text }) => text.replace(doubtful, "").trim());
  const areSentences = said.every(
    (words) => /^["“„«‘¿¡…]*\s*\p{Lu}/u.test(words) && /[.!?…]["”“»’]*$/.test(words),
  );
  if (!areSentences || !above) return areSentences;
  return said.some((words) => /[!?…"“„«]|[–—]/.test(words) || words.split(/\s+/).length < 5);
}

/** Tell at the first of several paragraphs, each of which begins with a bullet. */
function paragraphsFrom({ parent, lines }: WrittenBlock, node: Paragraph): Slip[] {
  const sign = bullet.exec(lines[0]?.text ?? "")?.[1];
  if (!sign || !parent) return [];
  const siblings: readonly RootContent[] = parent.children;
  const at = siblings.indexOf(node);
  const begins = (sibling: RootContent | undefined) =>
    sibling?.type === "paragraph" &&
    sibling.children[0]?.type === "text" &&
    sibling.children[0].value.startsWith(sign);
  if (begins(siblings[at - 1]) || !begins(siblings[at + 1])) return [];
  const end = siblings.findIndex((sibling, i) => i > at && !begins(sibling));
  const count = (end < 0 ? siblings.length : end) - at;
  return [{ index: 0, reason: reasonFor(`${count} paragraphs`, sign, "no items of a list") }];
}

function signOf(line: WrittenLine | undefined): string | undefined {
  return (bullet.exec(line?.text ?? "") ?? doubtful.exec(line?.text ?? ""))?.[1];
}

function reasonFor(what: string, sign: string, are: string): string {
  return `Unexpected ${what} that begin with \`${sign}\`, which are ${are}; expected \`- \` before each`;
}
