import { directiveFromMarkdown } from "mdast-util-directive";
import { directive } from "micromark-extension-directive";
import type {} from "remark-parse";
import type { Processor } from "unified";

/**
 * Parse `:::container` and `::leaf` directives.
 *
 * Text directives are left out: with them `At 10:30, ratio 3:1` loses `:30` and `:1` without a word.
 */
export function remarkBlockDirectives(this: Processor): void {
  const data = this.data();
  const { flow } = directive();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  if (flow) data.micromarkExtensions.push({ flow });
  data.fromMarkdownExtensions.push(directiveFromMarkdown());
}
