import type { Html, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { htmlTokens } from "./html-tokens.js";
import { placeWithin } from "./place-within.js";

/** What Markdown lets swallow the rest of its source, with the end that it waits for (CommonMark 0.31.2, 4.6, kinds 1 to 5). */
const swallowing: readonly (readonly [begin: RegExp, end: RegExp, called: string, expected: string])[] = [
  [/^<(script|style|pre|textarea)(?=[\s>]|$)/i, /<\/(?:script|style|pre|textarea)>/i, "`<$1>`", "</$1>"],
  [/^<!--/, /-->/, "a comment `<!--`", "-->"],
  [/^<\?/, /\?>/, "`<?`", "?>"],
  [/^<!\[CDATA\[/, /\]\]>/, "`<![CDATA[`", "]]>"],
  [/^<![a-z]/i, />/, "`<!`", ">"],
];
/** Blocks that hold blocks: HTML among them goes on to its end. */
const flow = new Set(["root", "blockquote", "listItem", "containerDirective", "footnoteDefinition"]);
/** Elements that are kept and do not end by themselves (HTML, 13.1.2.4). */
const known = new Set(
  "a abbr b bdi bdo blockquote caption cite code del dfn div dl em i ins kbd mark ol q ruby s samp small span strong sub sup table time u ul var".split(
    " ",
  ),
);

/** Report raw HTML without an end: a comment hides the rest of its source, a tag sets it in bold. */
export function htmlUnclosed(tree: Root, file: VFile): void {
  const open: { readonly name: string; readonly node: Html; readonly index: number }[] = [];
  const report = (reason: string, node: Html, index: number) =>
    file.messages.push(problem("html-unclosed", reason, placeWithin(node, index, file.path)));
  visit(tree, "html", (node, _index, parent) => {
    for (const [begin, end, called, expected] of flow.has(parent?.type ?? "") ? swallowing : []) {
      const [found, name = ""] = begin.exec(node.value) ?? [];
      if (found === undefined || end.test(node.value.slice(found.length))) continue;
      const named = (text: string) => text.replace("$1", name);
      report(`Unexpected end of source inside ${named(called)}; expected \`${named(expected)}\``, node, 0);
      return;
    }
    for (const token of htmlTokens(node.value)) {
      if (token.type === "open" && known.has(token.name))
        open.push({ name: token.name, node, index: token.index });
      if (token.type !== "close" || !known.has(token.name)) continue;
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at < 0) report(`Unexpected \`</${token.name}>\` without a beginning`, node, token.index);
      else open.splice(at, 1);
    }
  });
  for (const { name, node, index } of open)
    report(`Unexpected \`<${name}>\` without an end; expected \`</${name}>\``, node, index);
}
