import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableRow } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";

/** A paragraph. */
export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

/** A figure or a table with its caption, as an author writes it. */
export function exhibit(
  name: "figure" | "table",
  content: RootContent,
  caption: readonly RootContent[],
): ContainerDirective {
  return {
    type: "containerDirective",
    name,
    attributes: {},
    children: [content, ...caption] as ContainerDirective["children"],
  };
}

/** A table whose rows are all as long as its longest. */
export function table(rows: readonly (readonly PhrasingContent[][])[]): Table {
  const width = Math.max(...rows.map((row) => row.length));
  const children = rows.map(
    (row): TableRow => ({
      type: "tableRow",
      children: Array.from({ length: width }, (_, i) => ({ type: "tableCell", children: row[i] ?? [] })),
    }),
  );
  return { type: "table", children };
}

/** Something at a level of a list, the outermost being 0. */
export interface Listed {
  readonly level: number;
  readonly ordered: boolean;
  /** That of the original, where it is known; the first of a list counts. */
  readonly number?: number;
  readonly content: RootContent;
}

/** Nest items in lists by their levels. */
export function lists(items: readonly Listed[]): List[] {
  const made: List[] = [];
  for (let i = 0; i < items.length; ) {
    const { level, ordered, number = 1 } = items[i] as Listed;
    const list: List = { type: "list", ordered, spread: false, children: [] };
    if (ordered) list.start = number;
    while (i < items.length) {
      const item = items[i] as Listed;
      if (item.level < level || (item.level === level && item.ordered !== ordered)) break;
      if (item.level === level) {
        list.children.push({
          type: "listItem",
          spread: false,
          children: [item.content] as ListItem["children"],
        });
        i++;
        continue;
      }
      const from = i;
      while ((items[i]?.level ?? -1) > level) i++;
      list.children.at(-1)?.children.push(...lists(items.slice(from, i)));
    }
    made.push(list);
  }
  return made;
}
