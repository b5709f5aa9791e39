import type { Root } from "mdast";
import { directiveToMarkdown, type TextDirective } from "mdast-util-directive";
import { frontmatterToMarkdown } from "mdast-util-frontmatter";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { type Info, type Options, type State, toMarkdown } from "mdast-util-to-markdown";

const directives = directiveToMarkdown();

/** Inline directives are none to quoin: `at 10:30` needs no backslash. */
const unsafe = (directives.unsafe ?? []).filter(({ inConstruct }) => String(inConstruct) !== "phrasing");

const options: Options = {
  bullet: "-",
  emphasis: "*",
  fences: true,
  listItemIndent: "one",
  rule: "-",
  handlers: { textDirective: writeSpan },
  extensions: [gfmToMarkdown(), mathToMarkdown(), frontmatterToMarkdown(["yaml"]), { ...directives, unsafe }],
};

/** Words with attributes are `[words]{lang=he}`; other directives within a line are none to quoin. */
function writeSpan(node: TextDirective, _: unknown, state: State, info: Info): string {
  const { class: name, ...named } = node.attributes ?? {};
  const pairs = Object.entries(named).map(([key, value]) => `${key}=${value}`);
  const attributes = [...pairs, ...(name ? [`.${name}`] : [])].join(" ");
  const tracker = state.createTracker(info);
  const before = tracker.move("[");
  const words = state.containerPhrasing(node, { ...tracker.current(), before, after: "]" });
  return `${before}${words}]{${attributes}}`;
}

/** Write a tree as Markdown in quoin's own way: a paragraph a line, notes at the end of their source. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, options);
}
