/** What other tools read in Markdown, and quoin prints as it is written. */
interface Foreign {
  readonly what: string;
  readonly pattern: RegExp;
  /** What an author writes in place of it. */
  readonly instead: string;
  /** Elsewhere it is words; patterns for lines begin at one. */
  readonly only?: "line" | "heading";
}

export const foreignSyntax: readonly Foreign[] = [
  {
    what: "citation",
    pattern: /(?<![\\!\w])\[(?:[^[\]@\n]*[\s;])?-?@(?!(?:fig|tbl|sec|eq)[:-])[\p{L}\d_{][^[\]\n]*\]/gu,
    instead: "a note with the source, `[^label]`",
  },
  {
    what: "cross-reference",
    pattern: /(?<![\\\w])(?:\[-?@(?:fig|tbl|sec|eq)[:-][^[\]\n]+\]|(?<![[-])@(?:fig|tbl|sec|eq)[:-][\w-]+)/g,
    instead: "`[](#id)`",
  },
  {
    what: "command of LaTeX",
    pattern:
      /(?<![\\:])\\(?:(?<!\w\\)(?:newpage|pagebreak|clearpage|cleardoublepage|noindent|tableofcontents|listof(?:figures|tables)|printindex|(?:small|med|big)skip|vfill|hfill)(?![\p{L}\d])|(?:index|cite[apt]?|footnote|label|(?:page)?ref|text(?:it|bf|sc)|emph|[vh]space)\{[^{}\n]*\})/gu,
    instead: "Markdown; breaks of pages are the theme's",
  },
  { what: "shortcode", pattern: /(?<!\\)(?:\{\{.+?\}\}|\{%.+?%\})/g, instead: "what it stands for" },
  {
    what: "mark of an editor",
    pattern: /(?<!\\)\{(?:\+\+|--|>>|==).*?(?:\+\+|--|<<|==)\}/g,
    instead: "it taken in or out; comments are `<!-- … -->`",
  },
  { what: "comment of Obsidian", pattern: /(?<!\\)%%[^%\n]+%%/g, instead: "`<!-- … -->`" },
  {
    what: "link of a wiki",
    pattern: /(?<!\\)!?\[\[(?![\^\s])[^[\]\n]+\]\](?![([])/g,
    instead: "`[words](file.md)`; the contents are made by themselves",
  },
  {
    what: "address with a space",
    pattern:
      /(?<!\\)(?:!\[[^[\]\n]*\]\([^()\n]+\)|\[[^[\]\n]+\]\((?=[^()\n]*[ \t])[^()\s][^()\n]*\.(?:md|html?|pdf)(?:#[^()\s]*)?\))/g,
    instead: "pointed brackets around it, `![…](<two words.png>)`",
  },
  {
    what: "place of the contents",
    pattern: /(?<![^\n])(?<!\\)\[TOC\]/g,
    instead: "nothing: they are made by themselves",
    only: "line",
  },
  {
    what: "callout",
    pattern: /(?<![^\n])(?:\[![A-Za-z]+\][+-]?|(?:!!!|\?\?\?)\+?[ \t]+[a-z]+)/g,
    instead: "`:::callout[Title]`",
    only: "line",
  },
  {
    what: "directive within a line",
    pattern: /(?<![\\:\p{L}\d])::?[a-z][a-z-]*\[[^[\]\n]*\]/gu,
    instead: "`[words]{lang=…}`, or a block `:::name`",
  },
  { what: "superscript", pattern: /(?<=[\p{L}\d)])\^[^\s^~[\]]{1,12}\^/gu, instead: "`<sup>…</sup>`" },
  { what: "subscript", pattern: /(?<=[\p{L})])~[\p{L}\d+-]{1,6}~(?!~)/gu, instead: "`<sub>…</sub>`" },
  {
    what: "highlighting",
    pattern: /(?<![\\=\w])==(?![=\s])[^=\n]*[^=\s]==(?![=\w])/g,
    instead: "`*emphasis*`",
  },
  {
    what: "table in a grid",
    pattern: /(?<![^\n])\+(?:[-=:]{3,}\+)+/g,
    instead: "a table with `|`",
    only: "line",
  },
  {
    what: "line of verse",
    pattern: /(?<![^\n])\|[ \t][^|\n]+(?=\n\|[ \t])/g,
    instead: "a backslash at the line's end",
    only: "line",
  },
  {
    what: "definition or caption",
    pattern: /(?<![^\n]):[ \t]+[^\s:|]/g,
    instead: "`<dl>`, or the caption within `:::table`",
    only: "line",
  },
  { what: "numbered example", pattern: /(?<![^\n])\(@[\w-]*\)/g, instead: "a list, `1.`", only: "line" },
  {
    what: "sign for no number",
    pattern: /\{-\}/g,
    instead: "`numbered: false` in the front matter",
    only: "heading",
  },
];
