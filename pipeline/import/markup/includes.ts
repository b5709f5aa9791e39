import type { Root, RootContent } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { Unreadable } from "../unreadable.js";
import { type Chosen, chooseLines } from "./choose-lines.js";
import { originOf, type Page, type Shelf } from "./page.js";
import { parsePage } from "./parse-page.js";
import { resolved } from "./paths.js";

const include = /^\s*\{\{#(?:include|rustdoc_include|playground)\s+([^}\s]+)[^}]*\}\}\s*$/;

/** Includes within one another, as mdBook takes them. */
const deepest = 10;
/** Includes of a work, and characters of all that they put: a few files that include one another twice would never end. */
const mostIncludes = 1500;
const mostText = 3_000_000;

/** Puts files where mdBook includes them, in page after page. */
export interface Includer {
  /** Put them into a page: in a block of code their text, between paragraphs their blocks. Throws Unreadable where they are too much. */
  put(page: Page): void;
  /** Paths of all that was included. */
  readonly included: ReadonlySet<string>;
  /** What it said, before anything is changed. */
  readonly words: readonly string[];
}

/** Begin to put included files into the pages of a shelf. */
export function includer(shelf: Shelf): Includer {
  const included = new Set<string>();
  const words: string[] = [];
  let left = { includes: mostIncludes, text: mostText };

  const take = (page: Page, node: RootContent, target: string, value: string) => {
    const [, name = target, selection] = /^(.*?\.\w+|[^:]+)(?::(.+))?$/.exec(target) ?? [];
    const path = resolved(page.path, name);
    const file = shelf.files.get(path);
    const from = originOf(page, node);
    const chosen = file && chooseLines(new TextDecoder().decode(file.bytes), selection);
    const tell = (rule: "import-markup-foreign" | "import-reference", reason: string, dropped = {}) =>
      shelf.findings.push({ rule, reason, from, ...dropped });
    if (!chosen) {
      const what = file
        ? `A part of a file that is included is not in it: ${selection} in`
        : "A file that is included is not there:";
      shelf.findings.push({ rule: "import-markup-foreign", reason: `${what} ${path}`, from, to: { node } });
      return undefined;
    }
    left = { includes: left.includes - 1, text: left.text - chosen.text.length };
    if (left.includes < 0 || left.text < 0) {
      const most = `${mostIncludes} of them, ${mostText / 1_000_000} MB`;
      throw new Unreadable(`Unexpected includes, expected at most ${most}: bring it in by parts`);
    }
    tell("import-reference", `Included: ${path}${selection === undefined ? "" : `, ${selection}`}`, {
      dropped: value,
    });
    included.add(path);
    return { path, chosen };
  };

  const putInto = (page: Page, tree: Root, depth: number): void =>
    visit(tree, (node, i, parent) => {
      const [only, more] = node.type === "paragraph" ? node.children : [];
      const value = node.type === "code" ? node.value : only?.type === "text" && !more ? only.value : "";
      const target = include.exec(value)?.[1];
      if (target === undefined || !parent || i === undefined || depth > deepest) return undefined;
      const taken = take(page, node as RootContent, target, value);
      if (!taken) return undefined;
      if (node.type === "code") {
        node.value = taken.chosen.text.trimEnd();
        words.push(node.value);
        return undefined;
      }
      const blocks = blocksOf(page, taken.path, taken.chosen, depth);
      parent.children.splice(i, 1, ...(blocks as never[]));
      return [SKIP, i + blocks.length];
    });

  const blocksOf = (page: Page, path: string, { text, before }: Chosen, depth: number): RootContent[] => {
    const part = parsePage(path, new TextEncoder().encode("\n".repeat(before) + text));
    words.push(part.words);
    shelf.findings.push(...part.findings);
    const { tree, notes } = part.page;
    for (const root of [tree, ...notes.values()])
      visit(root, (node) => {
        node.data = { ...node.data, file: path };
      });
    putInto({ ...part.page, notes: page.notes }, tree, depth + 1);
    for (const [label, note] of notes) if (!page.notes.has(label)) page.notes.set(label, note);
    return tree.children;
  };

  return { put: (page) => putInto(page, page.tree, 1), included, words };
}
