import { mathFromMarkdown } from "mdast-util-math";
import type {} from "remark-parse";
import type { Processor } from "unified";
import { formulas } from "./formula-text.js";

/** Parse `$formula$` and `$$` blocks; what they say is TeX, and is converted later. */
export function remarkFormulas(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(formulas);
  data.fromMarkdownExtensions.push(mathFromMarkdown());
}
