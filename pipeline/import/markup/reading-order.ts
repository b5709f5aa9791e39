import type { Finding } from "../importer.js";
import type { Page } from "./page.js";

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
  const folder = summary.path.slice(0, summary.path.lastIndexOf("/") + 1);
  const titles = new Map<string, string>();
  for (const [, title = "", target = ""] of summary.text.matchAll(/\[((?:\\.|[^\]])*)\]\(([^)#\s]+)/g)) {
    const path = folder + target.replace(/^\.\//, "");
    if (pages.some((page) => page.path === path) && !titles.has(path)) titles.set(path, title);
  }
  const order = [...titles.keys()];
  const left = pages.filter(({ path }) => !titles.has(path));
  const findings = left.map(({ path }): Finding => {
    const reason = `Left out a file that ${summary.path} does not name`;
    return { rule: "import-file-unused", reason, from: { file: path } };
  });
  return { order, titles, findings };
}
