import type { Finding } from "../importer.js";
import type { Page } from "./page.js";
import { resolved } from "./paths.js";

/** A link of a table of contents: `[Title](file.md)`, `[Title](<two words.md>)`, `[Not yet]()`. */
const link = /\[((?:\\.|[^\]])*)\]\((?:<([^>\n]*)>|([^)\s]*))/g;

/** The pages of a work in their order, and those that stand outside of it. */
export interface Order {
  readonly order: readonly string[];
  /** Titles that a table of contents gives, by path. */
  readonly titles: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** Order the Markdown files of a folder: as mdBook's SUMMARY.md names them, else by `order:` in their front matter, else by path. */
export function readingOrder(
  pages: readonly Page[],
  summary: { readonly path: string; readonly text: string } | undefined,
): Order {
  if (!summary) {
    const place = ({ matter, path }: Page) => {
      if (typeof matter.order === "number") return matter.order;
      return /(?:^|\/)(?:index|readme)\.\w+$/i.test(path) ? -1 : 1_000_000;
    };
    const sorted = pages.toSorted((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
    return { order: sorted.map(({ path }) => path), titles: new Map(), findings: [] };
  }
  const titles = new Map<string, string>();
  const astray: Finding[] = [];
  const tell = (offset: number, reason: string) => {
    const line = summary.text.slice(0, offset).split("\n").length;
    astray.push({ rule: "import-markup-foreign", reason, from: { file: summary.path, line, column: 1 } });
  };
  for (const { index, 1: title = "", 2: angled, 3: bare = "" } of summary.text.matchAll(link)) {
    const path = resolved(summary.path, (angled ?? bare).replace(/#.*$/, ""));
    if ((angled ?? bare) === "") tell(index, `Left out a chapter that is not written yet: ${title}`);
    else if (!pages.some((page) => page.path === path))
      tell(index, `A chapter that the contents name is not there: ${title}, ${path}`);
    else if (!titles.has(path)) titles.set(path, title);
  }
  // A heading above all links is the contents' own.
  const links = summary.text.search(link);
  for (const [i, { index, 1: title = "" }] of [...summary.text.matchAll(/^# +(.+?)[ #]*$/gm)].entries())
    if (i > 0 || index > links)
      tell(index, `Left out the title of a part, which \`part:\` says in publication.yaml: ${title}`);
  const order = [...titles.keys()];
  const left = pages.filter(({ path }) => !titles.has(path));
  const findings = left.map(({ path }): Finding => {
    const reason = `Left out a file that ${summary.path} does not name`;
    return { rule: "import-file-unused", reason, from: { file: path } };
  });
  return { order, titles, findings: [...findings, ...astray] };
}
