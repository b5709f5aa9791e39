import type { Heading, Paragraph, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { numberOf } from "./note-marks.js";

/** Notes that are written by hand as a list of numbers. */
export interface NoteEntries {
  /** The line of each number. */
  readonly lines: ReadonlyMap<number, number>;
  /** Whether a heading says that they are notes. */
  readonly isNamed: boolean;
  /** Where they begin and end in their source. */
  readonly from: number;
  readonly to: number;
}

const ofNotes =
  /^(?:\d+\.?\s+)?(?:end-?\s?notes?|foot-?\s?notes?|notes?(?:\s(?:and|et|&)\s.+)?|anmerkungen|fu(?:ß|ss)noten|endnoten|notas(?:\s.+)?|note|noten|eindnoten|voetnoten|noter|fotnoter|przypisy|примечания)\s*:?$/iu;
const ofWorks =
  /^(?:\d+\.?\s+)?(?:references?|bibliogra|works\b|literatur|lit[eé]rature|sources|quellen|r[ée]f[ée]rences|referenc|fuentes|fontes|fonti|bronnen|further reading|selected)/iu;
const label =
  /^(?:\\?\[(\d{1,3})\\?\]:?|<sup>\s*\[?(\d{1,3})\]?\s*<\/sup>|([¹²³⁰⁴-⁹]{1,3})|(\d{1,3})\\?[.)])(?=\s*\S)/iu;

/** Find the lists of notes in a source: below a heading that says so, and what ends the source. */
export function noteEntriesOf({ children }: Root, source: string): NoteEntries[] {
  const named = children.flatMap((node, i) => {
    if (!isTitle(node) || !ofNotes.test(textOf(node))) return [];
    const depth = node.type === "heading" ? node.depth : 6;
    let end = i + 1;
    for (let next = children[end]; next && !isAbove(next, depth); next = children[++end]);
    return entriesOf(children.slice(i + 1, end), source, true);
  });
  return named.length > 0 ? named : lastOf(children, source);
}

/** What ends a source as a list that counts from one, unless it is a list of works. */
function lastOf(children: readonly RootContent[], source: string): NoteEntries[] {
  const blocks = children.filter(({ type }) => type !== "footnoteDefinition" && type !== "definition");
  const before = blocks.findLastIndex((node) => numbersOf(node, source).length === 0);
  const above = blocks.slice(0, before + 1).findLast(isTitle);
  if (above && ofWorks.test(textOf(above))) return [];
  return entriesOf(blocks.slice(before + 1), source, false).filter(({ lines }) =>
    [...lines.keys()].every((number, i) => number === i + 1),
  );
}

function isAbove(node: RootContent, depth: number): boolean {
  return node.type === "heading" && node.depth <= depth;
}

function isTitle(node: RootContent): node is Heading | Paragraph {
  if (node.type === "heading") return true;
  return node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "strong";
}

function entriesOf(blocks: readonly RootContent[], source: string, isNamed: boolean): NoteEntries[] {
  const lines = new Map(blocks.flatMap((block) => numbersOf(block, source)));
  const [from, to] = [blocks[0]?.position?.start.offset, blocks.at(-1)?.position?.end.offset];
  return lines.size > 0 && from !== undefined && to !== undefined ? [{ lines, isNamed, from, to }] : [];
}

/** List the numbers that items of a list, or lines of a paragraph, begin with, and where. */
function numbersOf(node: RootContent, source: string): [number: number, line: number][] {
  const line = node.position?.start.line ?? 1;
  if (node.type === "list" && node.ordered)
    return node.children.map((item, i) => [(node.start ?? 1) + i, item.position?.start.line ?? line]);
  if (node.type !== "paragraph") return [];
  const written = source.slice(node.position?.start.offset, node.position?.end.offset).split(/\r\n?|\n/);
  // What does not begin with a number is no entry, whatever its other lines begin with.
  if (!label.test(written[0] ?? "")) return [];
  return written.flatMap((text, i) => {
    const [, bracketed, tagged, superscript, dotted] = label.exec(text) ?? [];
    const number = bracketed ?? tagged ?? dotted ?? (superscript && numberOf(superscript));
    return number === undefined ? [] : [[Number(number), line + i] as [number, number]];
  });
}
