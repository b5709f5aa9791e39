import type { Nodes, Root } from "mdast";
import type { Point, Position } from "unist";

/** A run of words as its author wrote it, between two pieces of markup. */
export interface Passage {
  readonly file: string;
  /** As it stands in the source. */
  readonly written: string;
  /** The same, but what begins a line of a list or a quotation (`> `) is line ends; an index into one is one into the other. */
  readonly text: string;
  readonly start: Point & { readonly offset: number };
  /** BCP 47, of the nearest block or element that says so. */
  readonly language: string;
  /** Types of the Markdown nodes around it: `link`, `footnoteDefinition`, `tableCell`. */
  readonly inside: ReadonlySet<string>;
}

/** Gather the words of a source, in the order in which they are written; code and addresses are none. */
export function passagesOf(tree: Root, source: string, file: string, language: string): Passage[] {
  const passages: Passage[] = [];
  const walk = (node: Nodes, inside: ReadonlySet<string>, language: string): void => {
    if (node.type === "text") {
      const { start, end } = node.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) return;
      const written = source.slice(start.offset, end.offset);
      const text = written.replace(/\r?\n[ \t>]*/g, (prefix) => "\n".repeat(prefix.length));
      if (!isAddress(text, inside))
        passages.push({ file, written, text, start: { ...start, offset: start.offset }, language, inside });
      return;
    }
    if (!("children" in node)) return;
    const within = new Set([...inside, node.type]);
    const open: Tag[] = [];
    for (const child of node.children) {
      if (child.type === "html") follow(child.value, open);
      walk(child, within, languageOf(child) ?? open.at(-1)?.language ?? language);
    }
  };
  walk(tree, new Set(), language);
  return passages;
}

/** Say where a piece of a passage stands in its source: indices of its text. */
export function spanIn({ written, start }: Passage, from: number, to: number): Position {
  return { start: pointAt(written, start, from), end: pointAt(written, start, to) };
}

/** Find every match in a passage, and where it stands. */
export function matchesIn(passage: Passage, pattern: RegExp) {
  return [...passage.text.matchAll(pattern)].map((match) => ({
    match,
    span: spanIn(passage, match.index, match.index + match[0].length),
  }));
}

function pointAt(written: string, start: Passage["start"], index: number): Point {
  const lines = written.slice(0, index).split("\n");
  const last = lines.at(-1)?.length ?? 0;
  const column = lines.length === 1 ? start.column + last : last + 1;
  return { line: start.line + lines.length - 1, column, offset: start.offset + index };
}

function isAddress(text: string, inside: ReadonlySet<string>): boolean {
  return inside.has("link") && /^(?:https?:\/\/|www\.|mailto:)\S+$/.test(text);
}

function languageOf(node: Nodes): string | undefined {
  const { lang } = ("attributes" in node && node.attributes) || {};
  return typeof lang === "string" && lang !== "" ? lang : undefined;
}

interface Tag {
  readonly name: string;
  readonly language: string | undefined;
}

/** Follow `<span lang="fr">` and its end, which Markdown hands over as two pieces with words between. */
function follow(html: string, open: Tag[]): void {
  const [, end, name = "", attributes = ""] = /^<(\/?)([a-z][a-z0-9]*)\b([^>]*)>$/i.exec(html) ?? [];
  if (end === undefined || /\/$/.test(attributes) || /^(?:br|hr|img|wbr)$/i.test(name)) return;
  if (end) {
    const opened = open.findLastIndex((tag) => tag.name === name.toLowerCase());
    if (opened >= 0) open.splice(opened);
    return;
  }
  const language = /\blang\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1];
  open.push({ name: name.toLowerCase(), language: language ?? open.at(-1)?.language });
}
