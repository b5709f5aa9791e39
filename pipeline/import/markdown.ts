import type { Root } from "mdast";
import { directiveToMarkdown } from "mdast-util-directive";
import { frontmatterToMarkdown } from "mdast-util-frontmatter";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown } from "mdast-util-math";
import { type Options, toMarkdown } from "mdast-util-to-markdown";

const directives = directiveToMarkdown();

/** Inline directives are none to quoin: `at 10:30` needs no backslash. */
const unsafe = (directives.unsafe ?? []).filter(({ inConstruct }) => String(inConstruct) !== "phrasing");

const options: Options = {
  bullet: "-",
  emphasis: "*",
  fences: true,
  listItemIndent: "one",
  rule: "-",
  extensions: [gfmToMarkdown(), mathToMarkdown(), frontmatterToMarkdown(["yaml"]), { ...directives, unsafe }],
};

/** Write a tree as Markdown in quoin's own way: a paragraph a line, notes at the end of their source. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, options);
}
