import type { Element, ElementContent, Nodes, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { all } from "./tree.js";

type Tag = "em" | "strong";

const signs: readonly (readonly [Tag, RegExp])[] = [
  ["strong", /(?:^|[;{\s])font-weight\s*:\s*(?:bold|[6-9]00)\b/i],
  ["em", /(?:^|[;{\s])font-style\s*:\s*(?:italic|oblique)\b/i],
];

/**
 * Make emphasis of spans that have it by their style, as Google Docs exports all of it: their own, or that of a class in the page's style
 * sheet. What headings look like is their style. In place.
 */
export function readStyledSpans(tree: Root): void {
  const classes = new Map<string, Tag[]>();
  for (const sheet of all(tree).filter(({ tagName }) => tagName === "style"))
    for (const [, name = "", rules = ""] of textOf(sheet).matchAll(
      /(?<![\w\s>+~:-])\.([\w-]+)\s*\{([^{}]*)\}/g,
    ))
      classes.set(name, [...(classes.get(name) ?? []), ...tagsOf(rules)]);
  const wanted = ({ tagName, properties }: Element): readonly Tag[] => {
    if (tagName !== "span") return [];
    const own = tagsOf(String(properties.style ?? ""));
    const named = [properties.className].flat().flatMap((name) => classes.get(String(name)) ?? []);
    return signs.map(([tag]) => tag).filter((tag) => own.includes(tag) || named.includes(tag));
  };
  emphasise(tree, wanted);
}

function tagsOf(rules: string): readonly Tag[] {
  return signs.flatMap(([tag, sign]) => (sign.test(rules) ? [tag] : []));
}

function emphasise(parent: Nodes, wanted: (element: Element) => readonly Tag[]): void {
  if (!("children" in parent)) return;
  let last: { readonly tags: string; readonly inner: Element } | undefined;
  const children: Nodes[] = [];
  for (const child of parent.children) {
    const isHeading = child.type === "element" && /^h[1-6]$/.test(child.tagName);
    if (!isHeading) emphasise(child, wanted);
    const tags = child.type === "element" ? wanted(child) : [];
    const isMarked = child.type === "element" && tags.length > 0 && textOf(child).trim() !== "";
    if (isMarked && last?.tags === tags.join(" ")) {
      // A word may be several spans.
      last.inner.children.push(...child.children);
      continue;
    }
    const inner = isMarked ? enclosed(child, tags) : undefined;
    last = inner && { tags: tags.join(" "), inner: inner.inner };
    children.push(inner?.outer ?? child);
  }
  parent.children = children as never;
}

function enclosed(span: Element, tags: readonly Tag[]): { readonly outer: Element; readonly inner: Element } {
  const make = (tagName: string, children: ElementContent[]): Element => ({
    type: "element",
    tagName,
    properties: {},
    children,
    ...(span.position && { position: span.position }),
  });
  const inner = make(tags[0] ?? "em", [...span.children]);
  return { outer: tags.slice(1).reduce((within, tag) => make(tag, [within]), inner), inner };
}
