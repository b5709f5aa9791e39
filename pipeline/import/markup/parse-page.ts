import type { Definition, FootnoteDefinition, Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { remarkFormulas } from "../../read/remark-formulas.js";
import type { Finding } from "../importer.js";
import { type Decoded, decodeText } from "../text/decode-text.js";
import { Unreadable } from "../unreadable.js";
import { printedText } from "../words.js";
import { readMarkedWords } from "./marked-words.js";
import type { Div, Page } from "./page.js";
import { readYaml } from "./read-yaml.js";

/** CommonMark with tables, notes, front matter and formulas; no directives, for other tools write other things between colons. */
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkFormulas).freeze();

/** Notes of one file: what is more is no text for people, and lays the parser low. */
const mostNotes = 10_000;
const mostBlocks = 12_000;
/** The parser takes quadratic time for signs that do not pair; rows of a table are parsed one by one. */
const longestBlock = 20_000;

/** Parse one file; `words` is all that it says before anything is changed. Throws Unreadable. */
export function parsePage(
  path: string,
  bytes: Uint8Array,
): {
  readonly page: Page;
  readonly words: string;
  readonly findings: readonly Finding[];
} {
  const { text, findings }: Decoded = decodeText(bytes, path);
  const [refused] = findings.filter(({ rule }) => rule === "import-unreadable");
  if (refused) throw new Unreadable(refused.reason, { file: path });
  guardNotes(text, path);
  guardBlocks(text, path);
  const { text: plain, divs } = takeDivs(text);
  const tree = parser.parse(plain) as Root;
  readMarkedWords(tree, plain);
  const matter = takeMatter(tree, path);
  const words = [
    ...tree.children.map(printedText),
    ...divs.map(({ attributes }) => attributes),
    ...scalars(matter),
  ].join("\n");
  resolveDefinitions(tree);
  const notes = new Map<string, FootnoteDefinition>();
  visit(tree, "footnoteDefinition", (node, i, parent) => {
    if (!notes.has(node.identifier)) notes.set(node.identifier, node);
    if (parent && i !== undefined) parent.children.splice(i, 1);
    return [SKIP, i ?? 0];
  });
  return { page: { path, tree, matter, notes, divs }, words, findings };
}

function guardNotes(text: string, path: string): void {
  const count =
    (text.match(/^ {0,3}\[\^[^\]\n]+\]:/gm) ?? []).length + (text.match(/\[\^|\^\[/g) ?? []).length / 2;
  if (count > mostNotes)
    throw new Unreadable(`Unexpected number of notes, more than ${mostNotes}`, { file: path });
}

/** Refuse what would keep the parser busy for minutes: more blocks, longer ones, or more of them in one another than people write. */
function guardBlocks(text: string, path: string): void {
  const blocks = text.split(/\n[ \t]*\n/);
  if (blocks.length > mostBlocks)
    throw new Unreadable(
      `Unexpected ${blocks.length} blocks, expected at most ${mostBlocks}: bring it in by parts`,
      { file: path },
    );
  const long = blocks.find((block) => block.length > longestBlock && !/^\s*\|/.test(block));
  if (long)
    throw new Unreadable(`Unexpected block of ${long.length} characters, expected at most ${longestBlock}`, {
      file: path,
    });
  if (/^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){50}/m.test(text))
    throw new Unreadable("Unexpected 50 quotations or lists within one another", { file: path });
}

/** Take the lines of fenced divs out; every other line keeps its number. Code is left alone. */
function takeDivs(text: string): { readonly text: string; readonly divs: readonly Div[] } {
  const divs: Div[] = [];
  const open: { from: number; attributes: string }[] = [];
  let fence: string | undefined;
  const lines = text.split("\n").map((line, i) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return line;
    }
    if (mark !== undefined) {
      fence = mark;
      return line;
    }
    const opening = /^ {0,3}:{3,}\s*(\{[^}]*\}|[\w-]+)\s*:*\s*$/.exec(line)?.[1];
    if (opening !== undefined) {
      open.push({ from: i + 1, attributes: opening });
      return "";
    }
    if (!/^ {0,3}:{3,}\s*$/.test(line)) return line;
    const div = open.pop();
    if (!div) return line;
    divs.push({ ...div, to: i + 1 });
    return "";
  });
  for (const div of open) divs.push({ ...div, to: lines.length });
  return { text: lines.join("\n"), divs };
}

function takeMatter(tree: Root, path: string): Readonly<Record<string, unknown>> {
  const [first] = tree.children;
  if (first?.type !== "yaml") return {};
  tree.children.shift();
  return readYaml(first.value, path, first.position?.start.line);
}

/** List all words of a value of YAML. */
export function scalars(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scalars);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(scalars);
  return value === null || value === undefined ? [] : [String(value)];
}

/** Links and pictures by label become plain ones: chapters are cut where definitions do not follow. */
function resolveDefinitions(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, "definition", (node, i, parent) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (parent && i !== undefined) parent.children.splice(i, 1);
    return [SKIP, i ?? 0];
  });
  visit(tree, (node, i, parent) => {
    if ((node.type !== "linkReference" && node.type !== "imageReference") || !parent || i === undefined)
      return;
    const target = definitions.get(node.identifier);
    if (!target) return;
    const { url } = target;
    const title = target.title ?? null;
    const made: Nodes =
      node.type === "linkReference"
        ? { type: "link", url, title, children: node.children }
        : { type: "image", url, title, alt: node.alt ?? "" };
    if (node.position) made.position = node.position;
    parent.children.splice(i, 1, made as never);
  });
}
