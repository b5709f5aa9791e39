import type { Finding } from "../importer.js";
import { type Block, type Draft, finding } from "./draft.js";
import { firstWord, lastWord, mendHyphen } from "./hyphens.js";

/** An address that a line breaks after one of its own signs, and what begins like the rest of it. */
const brokenAddress = /(?:https?:\/\/|www\.)\S*[/\-_=&?.%#~]$/;
const restOfAddress = /^[\w/\-.%?=&#~+]+(?:[/.\d=%-]|$)/;

/** Make one line of the lines of every block; words that a line ends inside of become whole. */
export function unwrap(draft: Draft): Draft {
  const findings: Finding[] = [];
  const items = draft.items.map((item) => ({ ...item, text: joinLines(item, draft, findings) }));
  return { ...draft, items, findings: [...draft.findings, ...findings] };
}

function joinLines(block: Block, draft: Draft, findings: Finding[]): string {
  const [first = "", ...rest] = block.text.split("\n");
  return rest.reduce((text, line, i) => join(text, line, block.lines[i] ?? 0, draft, findings), first);
}

/** Join what a line or a page parted: with a space, or inside a word or an address. */
export function join(left: string, right: string, line: number, draft: Draft, findings: Finding[]): string {
  const end = left.slice(-300);
  if (/\p{L}-$/u.test(end) && /^[\p{L}\d]/u.test(right)) return joinWord(left, right, line, draft, findings);
  if (brokenAddress.test(end) && restOfAddress.test(right)) {
    const words = {
      dropped: `${end.split(/\s/).at(-1)} ${right.split(/\s/)[0]}`,
      added: `${end.split(/\s/).at(-1)}${right.split(/\s/)[0]}`,
    };
    findings.push(
      finding(draft, "import-address-joined", line, `Made one address of two lines: ${words.added}`, words),
    );
    return left + right;
  }
  return `${left} ${right}`;
}

function joinWord(left: string, right: string, line: number, draft: Draft, findings: Finding[]): string {
  const { word, sure } = mendHyphen(left.slice(-100), right.slice(0, 100), draft);
  const [first, second] = [lastWord(left.slice(-100)), firstWord(right)];
  const parts = `${first}- ${second}`;
  const words = word.includes("-") ? {} : { dropped: parts, added: word };
  if (!sure) {
    const reason = `Unsure whether the hyphen belongs to the word: ${parts} became ${word}`;
    findings.push(finding(draft, "import-hyphen-unsure", line, reason, words));
  } else if (!word.includes("-"))
    findings.push(finding(draft, "import-hyphen-joined", line, `Made one word of ${parts}: ${word}`, words));
  return left.slice(0, left.length - first.length - 1) + word + right.slice(second.length);
}
