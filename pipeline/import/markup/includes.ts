import type { RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { originOf, type Page, type Shelf } from "./page.js";
import { resolved } from "./paths.js";

const include = /^\s*\{\{#(?:include|rustdoc_include|playground)\s+([^}\s]+)[^}]*\}\}\s*$/;

/** Put files where mdBook includes them: in a block of code their text, between paragraphs their blocks. */
export function putIncludes(
  page: Page,
  shelf: Shelf,
  blocksOf: (path: string) => readonly RootContent[] | undefined,
): string {
  const texts: string[] = [];
  visit(page.tree, (node, i, parent) => {
    const [only, more] = node.type === "paragraph" ? node.children : [];
    const value = node.type === "code" ? node.value : only?.type === "text" && !more ? only.value : "";
    const target = include.exec(value)?.[1];
    if (target === undefined || !parent || i === undefined) return;
    const path = resolved(page.path, target.split(":")[0] ?? "");
    const file = shelf.files.get(path);
    const from = originOf(page, node);
    if (!file) {
      shelf.findings.push({
        rule: "import-markup-foreign",
        reason: `A file that is included is not there: ${path}`,
        from,
        to: { node },
      });
      return;
    }
    shelf.findings.push({ rule: "import-reference", reason: `Included: ${path}`, from, dropped: value });
    if (node.type === "code") {
      node.value = new TextDecoder().decode(file.bytes).trimEnd();
      texts.push(node.value);
      return;
    }
    parent.children.splice(i, 1, ...((blocksOf(path) ?? []) as never[]));
  });
  return texts.join("\n");
}
