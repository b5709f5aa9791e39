import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { VFile } from "vfile";
import { markdownRules, proseRules } from "../check/index.js";
import { type Passage, passagesOf } from "../check/passages.js";
import { endAddresses } from "./end-addresses.js";
import { handlers } from "./handlers.js";
import { addressless, parser } from "./parser.js";
import { rehypeCallsOutOfLinks } from "./rehype-calls-out-of-links.js";
import { rehypeCode } from "./rehype-code.js";
import { rehypeDirections } from "./rehype-directions.js";
import { rehypeEastAsianBreaks } from "./rehype-east-asian-breaks.js";
import { rehypeFormulas } from "./rehype-formulas.js";
import { rehypeLinks } from "./rehype-links.js";
import { rehypeNumbers } from "./rehype-numbers.js";
import { rehypeRawSafely } from "./rehype-raw-safely.js";
import { rehypeSource } from "./rehype-source.js";
import { rehypeTables } from "./rehype-tables.js";
import { rehypeTasks } from "./rehype-tasks.js";
import { rehypeTypography } from "./rehype-typography.js";
import { rehypeVerse } from "./rehype-verse.js";
import { remarkSpans } from "./remark-spans.js";

/** Parse a source and let every Markdown rule look at it. */
export function parse(file: VFile): MdastRoot {
  const source = String(file);
  const processor = source.includes("@") ? parser : addressless;
  const tree = processor.parse(source);
  endAddresses(tree, source, (text) => processor.parse(text));
  for (const rule of markdownRules) rule(tree, file);
  return tree;
}

/** Gather a source's words and let every rule of words look at them. */
export function proseOf(tree: MdastRoot, file: VFile, language: string): readonly Passage[] {
  const prose = passagesOf(tree, String(file), file.path, language);
  for (const rule of proseRules) rule(prose, file);
  return prose;
}

/** Convert Markdown to HTML's tree and set it typographically; notes, references and sections are still as written. */
export async function convert(tree: MdastRoot, file: VFile, language: string): Promise<HastRoot> {
  return (await unified()
    .use(remarkSpans)
    .use(remarkRehype, { allowDangerousHtml: true, handlers: handlers(file) })
    // Raw HTML first: the plugins below then see one kind of element, whoever wrote it.
    .use(rehypeRawSafely)
    .use(rehypeCallsOutOfLinks)
    .use(rehypeDirections, { language })
    .use(rehypeEastAsianBreaks)
    .use(rehypeTables)
    .use(rehypeVerse)
    // After the author's own alignment, which goes first.
    .use(rehypeNumbers, { language })
    .use(rehypeFormulas)
    .use(rehypeCode)
    // Links before typography, so that the text of an address is still the address.
    .use(rehypeLinks)
    .use(rehypeTypography, { language })
    // After it: a box is named as its item is printed.
    .use(rehypeTasks)
    // Last: hast-util-raw keeps positions but drops data.
    .use(rehypeSource)
    .run(tree, file)) as HastRoot;
}
