import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { remarkBlockDirectives } from "./remark-block-directives.js";
import { remarkFormulas } from "./remark-formulas.js";
import { remarkNoAddresses } from "./remark-no-addresses.js";
import { remarkWritten } from "./remark-written.js";

const extended = unified()
  .use(remarkParse)
  // One tilde is no sign: `5~10 and 20~30`.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(remarkBlockDirectives)
  .use(remarkFormulas)
  .use(remarkWritten);

/** Parses Markdown as quoin reads it. */
export const parser = extended().freeze();
/** Parses what holds no @ to the same tree, and faster. */
export const addressless = extended().use(remarkNoAddresses).freeze();
