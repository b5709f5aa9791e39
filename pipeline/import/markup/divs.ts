import type { PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { plainId, readAttributes } from "./attributes.js";
import type { Step } from "./page.js";

/** Classes of divs that quoin has a directive for. */
const directives: readonly (readonly [RegExp, string])[] = [
  [/^(?:callout(?:-\w+)?|note|tip|warning|important|caution|box|sidebar)$/i, "callout"],
  [/^abstract$/i, "abstract"],
  [/^epigraph$/i, "epigraph"],
];

const title = /title=(?:"[^"]*"|'[^']*'|[^\s}]+)/;

/** Put the title of a callout where its directive has it, which Quarto has as an attribute or as a heading on top. */
function titled(content: readonly RootContent[], title: string | undefined): readonly RootContent[] {
  const [first, ...rest] = content;
  const isHeading = title === undefined && first?.type === "heading" && rest.length > 0;
  const words: PhrasingContent[] = isHeading ? first.children : title ? [{ type: "text", value: title }] : [];
  if (words.length === 0) return content;
  const label = { type: "paragraph", data: { directiveLabel: true }, children: words } as const;
  return [label, ...(isHeading ? rest : content)];
}

/** Make directives of fenced divs, the inner ones first; of others the content stays, and the div is told. */
export const fencedDivs: Step = (page, shelf) => {
  for (const div of page.divs) {
    const { classes, id, keys } = readAttributes(div.attributes);
    const name = directives.find(([pattern]) => classes.some((one) => pattern.test(one)))?.[1];
    const from = { file: page.path, line: div.from, column: 1 };
    const inside = (node: RootContent) => {
      const line = node.position?.start.line ?? 0;
      return line > div.from && line < div.to;
    };
    const start = page.tree.children.findIndex(inside);
    const content = page.tree.children.filter(inside);
    if (name !== undefined && content.length > 0) {
      const directive: ContainerDirective = {
        type: "containerDirective",
        name,
        attributes: id === undefined ? {} : { id: plainId(id) },
        children: (name === "callout"
          ? titled(content, keys.title)
          : content) as ContainerDirective["children"],
      };
      const [first] = content;
      if (first?.position) directive.position = first.position;
      page.tree.children.splice(start, content.length, directive);
      const reason = `A fenced div became a directive \`${name}\`: ${div.attributes}`;
      shelf.findings.push({
        rule: "import-attributes-dropped",
        reason,
        from,
        to: { node: directive },
        dropped: name === "callout" ? div.attributes.replace(title, "title") : div.attributes,
      });
    } else {
      const [node] = content;
      const reason = `There is nothing here for a fenced div; what it holds stays: ${div.attributes}`;
      shelf.findings.push({
        rule: "import-markup-foreign",
        reason,
        from,
        ...(node && { to: { node } }),
        dropped: div.attributes,
      });
    }
  }
};
