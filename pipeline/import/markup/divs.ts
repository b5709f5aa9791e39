import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { plainId, readAttributes } from "./attributes.js";
import type { Step } from "./page.js";

/** Classes of divs that quoin has a directive for. */
const directives: readonly (readonly [RegExp, string])[] = [
  [/^(?:callout(?:-\w+)?|note|tip|warning|important|caution|box|sidebar)$/i, "callout"],
  [/^abstract$/i, "abstract"],
  [/^epigraph$/i, "epigraph"],
];

/** Make directives of fenced divs, the inner ones first; of others the content stays, and the div is told. */
export const fencedDivs: Step = (page, shelf) => {
  for (const div of page.divs) {
    const { classes, id } = readAttributes(div.attributes);
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
        children: content as ContainerDirective["children"],
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
        dropped: div.attributes,
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
