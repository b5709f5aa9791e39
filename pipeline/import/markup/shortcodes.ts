import type { Image } from "mdast";
import { visit } from "unist-util-visit";
import { exhibit, paragraph } from "../structure/blocks.js";
import { plainId } from "./attributes.js";
import { originOf, type Shelf, type Step } from "./page.js";
import { scalars } from "./parse-page.js";
import { readYaml } from "./read-yaml.js";

/** What Quire keeps of a figure in `figures.yaml`. */
interface FigureRecord {
  readonly id: string;
  readonly src?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** Set the figures that Quire names by shortcode, `{% figure "1.1" %}` and `{{< q-figure id="1.1" >}}`; other shortcodes stay, and are told. */
export const shortcodes: Step = (page, shelf) => {
  const records = figureRecords(shelf);
  visit(page.tree, "paragraph", (node, i, parent) => {
    const [only, more] = node.children;
    if (only?.type !== "text" || !parent || i === undefined) return;
    const found =
      /^\s*(?:\{\{<\s*q-figure\s+id="([^"]+)"[^>]*>\}\}|\{%\s*figure\s+"([^"]+)"[^%]*%\})\s*$/.exec(
        only.value,
      );
    const record = found && !more ? records.get(found[1] ?? found[2] ?? "") : undefined;
    if (!record) return;
    const picture: Image = {
      type: "image",
      url: `/${picturePath(record.src ?? "", shelf)}`,
      alt: record.alt ?? "",
    };
    const caption =
      record.caption === undefined ? [] : [paragraph([{ type: "text", value: record.caption }])];
    const figure = exhibit("figure", paragraph([picture]), caption);
    const id = plainId(`fig-${record.id}`);
    shelf.ids.set(record.id, id);
    figure.attributes = { id, ...(record.credit !== undefined && { credit: record.credit }) };
    if (node.position) figure.position = node.position;
    parent.children.splice(i, 1, figure as never);
    const added = [record.alt, record.caption, record.credit].filter((text) => text !== undefined).join("\n");
    const reason = `A figure comes from figures.yaml: ${only.value.trim()}`;
    shelf.findings.push({
      rule: "import-reference",
      reason,
      from: originOf(page, node),
      to: { node: figure },
      dropped: only.value,
      added,
    });
  });
  for (const root of [page.tree, ...page.notes.values()])
    visit(root, "text", (node) => {
      for (const [written] of node.value.matchAll(/\{\{[<%#].*?\}\}|\{%.*?%\}/g)) {
        const reason = `There is nothing here for a shortcode; it is left as it is written: ${written}`;
        shelf.findings.push({
          rule: "import-markup-foreign",
          reason,
          from: originOf(page, node),
          to: { node },
        });
      }
    });
};

function figureRecords({ files }: Shelf): ReadonlyMap<string, FigureRecord> {
  const file = [...files.values()].find(({ name }) => /(?:^|\/)figures\.ya?ml$/.test(name));
  const { figure_list: list } = file ? readYaml(new TextDecoder().decode(file.bytes), file.name) : {};
  const records = new Map<string, FigureRecord>();
  for (const entry of Array.isArray(list) ? (list as unknown[]) : []) {
    if (typeof entry !== "object" || entry === null || !("id" in entry)) continue;
    const fields = Object.entries(entry).map(([key, one]) => [key, scalars(one).join(" ")] as const);
    records.set(String(entry.id), { ...Object.fromEntries(fields), id: String(entry.id) });
  }
  return records;
}

function picturePath(source: string, { files }: Shelf): string {
  return [...files.keys()].find((path) => path === source || path.endsWith(`/${source}`)) ?? source;
}
