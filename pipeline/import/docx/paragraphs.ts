import type { Heading, Image, PhrasingContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { paragraph as paragraphOf } from "../structure/blocks.js";
import { phrasing, trimmed } from "../structure/phrasing.js";
import { type Draft, originOf, type Spot } from "./draft.js";
import { lineOf } from "./inline.js";
import type { Inline, Paragraph } from "./model.js";
import type { ParagraphKind } from "./styles.js";

/** A paragraph as it was read, before its neighbours say what it is. */
export interface Read {
  readonly kind: ParagraphKind["kind"] | "list" | "boldHeading";
  readonly depth: number;
  readonly ordered: boolean;
  readonly children: PhrasingContent[];
  /** The lines of code, with their spaces. */
  readonly code: string;
  /** All of it that is not space, where that is pictures alone. */
  readonly images: readonly Image[];
  readonly bookmarks: readonly string[];
  readonly spot: Spot;
}

/** Longer than this, a bold paragraph is stressed and no heading. */
const longestHeading = 120;

/** Read a paragraph; undefined where there is nothing in it, unless it is an empty line of code. */
export function readParagraph(paragraph: Paragraph, draft: Draft): Read | undefined {
  const line = lineOf(paragraph.children, draft);
  const style = draft.styles.kindOf(paragraph.styleId);
  const heading = style.kind === "heading";
  // A heading is bold by its style.
  const spans = heading
    ? line.spans.map(({ node, marks }) => ({ node, marks: marks.filter(({ kind }) => kind !== "strong") }))
    : line.spans;
  const children = trimmed(phrasing(spans));
  if (children.length === 0 && style.kind !== "code") return undefined;
  const images = children.flatMap((node) => (node.type === "image" ? [node] : []));
  const only = children.every((node) => node.type === "image" || textOf(node).trim() === "");
  const bold = style.kind === "plain" && !paragraph.numbering && isBoldHeading(children, draft, paragraph);
  const listed = paragraph.numbering && style.kind === "plain";
  return {
    kind: listed ? "list" : bold ? "boldHeading" : style.kind,
    depth: heading ? style.depth : listed ? Number(paragraph.numbering?.level ?? 0) : 0,
    ordered: paragraph.numbering?.isOrdered ?? false,
    children,
    code: style.kind === "code" ? codeOf(paragraph.children) : "",
    images: only ? images : [],
    bookmarks: line.bookmarks,
    spot: line.spot ?? { part: "d", paragraph: 0 },
  };
}

/** What code says, with each space, tab and line end of it. */
function codeOf(children: readonly Inline[]): string {
  return children
    .map((child): string => {
      if (child.type === "text") return child.value;
      if (child.type === "tab") return "\t";
      if (child.type === "break") return "\n";
      return "children" in child ? codeOf(child.children) : "";
    })
    .join("");
}

function isBoldHeading(children: readonly PhrasingContent[], draft: Draft, { styleId }: Paragraph): boolean {
  const text = textOf(children);
  const bold = children.every(
    (node) => node.type === "strong" || node.type === "footnoteReference" || isSpace(node),
  );
  const plain = children.every((node) => node.type === "text");
  const all =
    (bold && children.some(({ type }) => type === "strong")) || (plain && draft.styles.isBold(styleId));
  return all && text.length <= longestHeading && /[\p{L}\p{N}]/u.test(text) && !/[.,;:]$/.test(text);
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** Note where a node came from, and what its bookmarks name. */
export function settle<Node extends Parameters<Draft["origins"]["set"]>[0]>(
  node: Node,
  read: Read,
  draft: Draft,
): Node {
  draft.nodes.set(`${read.spot.part}:${read.spot.paragraph}`, node);
  draft.origins.set(node, originOf(draft.file, read.spot));
  if (node.type === "heading" || node.type === "containerDirective")
    for (const name of read.bookmarks) draft.anchors.set(name, node);
  return node;
}

/** Make a heading; one that is only bold says so, at the level below the last that is one by its style. */
export function headingOf(read: Read, above: number, draft: Draft): Heading {
  const bold = read.kind === "boldHeading";
  const depth = (bold ? Math.min(6, above + 1) : read.depth) as Heading["depth"];
  const children = bold
    ? read.children.flatMap((node) => (node.type === "strong" ? node.children : [node]))
    : read.children;
  const heading = settle<Heading>({ type: "heading", depth, children }, read, draft);
  if (bold) {
    const reason = `A bold paragraph became a heading: ${textOf(children)}`;
    draft.findings.push({
      rule: "import-heading-bold",
      reason,
      from: originOf(draft.file, read.spot),
      to: { node: heading },
    });
  }
  return heading;
}

/** Make an ordinary paragraph. */
export function plainOf(read: Read, draft: Draft) {
  return settle(paragraphOf(read.children), read, draft);
}
