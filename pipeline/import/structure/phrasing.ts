import type { PhrasingContent } from "mdast";

/** How a piece of text is set; what comes first encloses the others. */
export type Mark =
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "strong" | "emphasis" | "delete" | "small-caps" }
  | { readonly kind: "html"; readonly tag: "sup" | "sub" | "u" };

/** A text, picture, break or call of a note, and all marks on it, the outermost first. */
export interface Span {
  readonly node: PhrasingContent;
  readonly marks: readonly Mark[];
}

/** Build inline content of spans: neighbours with a mark in common stand in one element, spaces at its edges outside of it. */
export function phrasing(spans: readonly Span[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let i = 0; i < spans.length; ) {
    const mark = spans[i]?.marks[0];
    if (!mark) {
      const node = spans[i++]?.node;
      if (node) nodes.push(node);
      continue;
    }
    const group: Span[] = [];
    while (i < spans.length && same(spans[i]?.marks[0], mark)) {
      const { node, marks } = spans[i++] as Span;
      group.push({ node, marks: marks.slice(1) });
    }
    nodes.push(...marked(mark, phrasing(group)));
  }
  return joinTexts(nodes);
}

function same(a: Mark | undefined, b: Mark): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Enclose inline content; Markdown cannot begin or end an emphasis with a space. */
export function marked(mark: Mark, inner: PhrasingContent[]): PhrasingContent[] {
  const children = joinTexts(inner);
  const before = takeSpace(children, "start");
  const after = takeSpace(children, "end");
  if (children.length === 0) return [...before, ...after];
  return [...before, ...enclosed(mark, children), ...after];
}

function enclosed(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  switch (mark.kind) {
    case "link":
      return [{ type: "link", url: mark.url, children: children as never }];
    case "html":
      return [tag(`<${mark.tag}>`), ...children, tag(`</${mark.tag}>`)];
    case "small-caps":
      return [tag('<span class="small-caps">'), ...children, tag("</span>")];
    default:
      return [{ type: mark.kind, children }];
  }
}

/** A piece of raw HTML that prints nothing. */
function tag(value: string): PhrasingContent {
  return { type: "html", value, data: { printed: "" } };
}

function takeSpace(children: PhrasingContent[], side: "start" | "end"): PhrasingContent[] {
  const i = side === "start" ? 0 : children.length - 1;
  const node = children[i];
  if (node?.type === "break") {
    children.splice(i, 1);
    return side === "start" ? [node, ...takeSpace(children, side)] : [...takeSpace(children, side), node];
  }
  if (node?.type !== "text") return [];
  const space = (side === "start" ? /^\s+/ : /\s+$/).exec(node.value)?.[0];
  if (space === undefined) return [];
  node.value = side === "start" ? node.value.slice(space.length) : node.value.slice(0, -space.length);
  if (node.value === "") children.splice(i, 1);
  return [{ type: "text", value: space }];
}

/** Neighbouring texts are one; data of their own keeps them apart. */
export function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text" && !last.data && !node.data)
      joined[joined.length - 1] = { type: "text", value: last.value + node.value };
    else if (node.type === "text") joined.push({ ...node });
    else joined.push(node);
  }
  return joined.filter((node) => node.type !== "text" || node.value !== "");
}

/** Take spaces off both ends of a paragraph and make one of several inside it; breaks at its ends go too. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const children = joinTexts(nodes);
  takeSpace(children, "start");
  takeSpace(children, "end");
  for (const node of children)
    if (node.type === "text" && !node.data) node.value = node.value.replace(/[ \t\n]+/g, " ");
  return children;
}

/** Drop the first characters of the text of inline content. */
export function dropStart(nodes: readonly PhrasingContent[], characters: number): PhrasingContent[] {
  let left = characters;
  const cut = (list: readonly PhrasingContent[]): PhrasingContent[] =>
    list.flatMap((node): PhrasingContent[] => {
      if (left === 0) return [node];
      if (node.type === "text") {
        const value = node.value.slice(left);
        left -= node.value.length - value.length;
        return value === "" ? [] : [{ ...node, value }];
      }
      if (!("children" in node)) return [node];
      const children = cut(node.children);
      return children.length > 0 ? [{ ...node, children } as PhrasingContent] : [];
    });
  return trimmed(cut(nodes));
}
