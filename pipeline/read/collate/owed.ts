import type { Definition, ImageReference, Link, LinkReference, Nodes, Root } from "mdast";
import type {} from "mdast-util-directive";
import { decodeString } from "micromark-util-decode-string";
import { normalizeUri } from "micromark-util-sanitize-uri";
import { markdownAttributes } from "../../check/hidden-calls.js";
import type { FrontMatter } from "../front-matter.js";
import { parseAttribute } from "../parse-attribute.js";
import { ownId } from "../sections.js";
import { type Ledger, owedWithin } from "./ledger.js";
import { owedHtml } from "./owed-html.js";

/** What words of markup come with: links, calls, raw HTML, references, addresses. */
const mayHoldMarkup = /[[<&@]|:\/\/|www\./i;

/**
 * Go through a source's Markdown and tell what of it is markup, so that what is left is owed to readers.
 *
 * A node says what was written by its fields, never by the stretch that it claims: what the parser lost, or a plugin took out,
 * has no node, and stays owed.
 */
export function owed(tree: Root, source: string, matter: FrontMatter, ledger: Ledger): void {
  const notes = new Set<string>();
  const definitions = new Map<string, Definition>();
  const collect = (node: Nodes): void => {
    if (node.type === "footnoteDefinition") notes.add(node.identifier);
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if ("children" in node && node.type !== "paragraph") for (const child of node.children) collect(child);
  };
  collect(tree);
  const used = new Set<Definition>();
  for (const { kind, start, end } of tree.data?.written ?? []) {
    if (kind === "attribute-name") ledger.markup(source.slice(start, end), start);
    else
      for (const { 0: written, index } of source.slice(start, end).matchAll(/&[^&;\s]+;/g)) {
        ledger.markup(written, start + index);
        ledger.besides(decodeString(written), start + index);
      }
  }
  go(tree, source, (node) => node.position?.start.offset ?? 0);
  for (const definition of definitions.values()) {
    const from = definition.position?.start.offset ?? 0;
    // `[//]: # (remark)` is a usual way to write a remark.
    if (!used.has(definition) && !["", "#"].includes(definition.url)) continue;
    for (const text of [definition.label, definition.url, definition.title]) ledger.markup(text ?? "", from);
  }

  function go(node: Nodes, source: string, offset: (node: Nodes) => number): void {
    const from = offset(node);
    const written = () => source.slice(node.position?.start.offset, node.position?.end.offset);
    switch (node.type) {
      case "link":
      case "image":
        lead(node.type === "link" && isBare(node) ? "" : node.url, normalizeUri(node.url), from);
        break;
      case "linkReference":
        // The label stands behind the words, and they may be a picture by reference.
        for (const child of node.children) go(child, source, offset);
        refer(node, from);
        return;
      case "imageReference":
        refer(node, from);
        break;
      case "footnoteReference":
      case "footnoteDefinition":
        ledger.markup(node.label ?? node.identifier, from);
        break;
      case "code":
        ledger.markup([node.lang, node.meta].join(" "), from);
        break;
      case "html":
        owedHtml(node.value, from, notes, ledger);
        break;
      case "yaml":
        owedWithin(node.value, [matter.title, matter.subtitle, matter.author].flat(), from, ledger);
        break;
      case "list":
        if (node.ordered)
          for (const item of node.children)
            ledger.markup(/^\d+/.exec(source.slice(item.position?.start.offset))?.[0] ?? "", offset(item));
        break;
      case "listItem":
        if (node.checked) ledger.markup(/\[([xX])\]/.exec(written())?.[1] ?? "", from);
        break;
      case "heading": {
        const last = node.children.at(-1);
        const own = tree.children.includes(node) && last?.type === "text" ? ownId.exec(last.value) : null;
        if (last && own) ledger.markup(own[0], offset(last));
        break;
      }
      case "textDirective":
        ledger.markup(
          Object.entries(node.attributes ?? {})
            .flat()
            .join(" "),
          from,
        );
        break;
      case "containerDirective":
      case "leafDirective":
        ledger.markup(node.name, from);
        for (const [name, value] of Object.entries(node.attributes ?? {}))
          if (name === "href") lead(value ?? "", value ?? "", from);
          else if (!markdownAttributes.includes(name)) ledger.markup(value ?? "", from);
          // Most are plain words, all of which are owed.
          else if (!mayHoldMarkup.test(value ?? "")) continue;
          else for (const child of parseAttribute(value ?? "", notes)) go(child, value ?? "", () => from);
        break;
    }
    if ("children" in node) for (const child of node.children) go(child, source, offset);
  }

  function refer({ identifier, label, referenceType }: LinkReference | ImageReference, from: number): void {
    const definition = definitions.get(identifier);
    if (referenceType === "full") ledger.markup(label ?? identifier, from);
    if (!definition) return;
    used.add(definition);
    ledger.besides(definition.title ?? "", from);
    lead("", normalizeUri(definition.url), from);
  }

  function lead(written: string, url: string, from: number): void {
    ledger.markup(written, from);
    if (url !== "") ledger.address(url, from);
  }
}

/** Whether a link was written as an address alone: `<https://…>`, or without the signs. */
function isBare({ children: [only], position }: Link): boolean {
  return only?.type === "text" && (position?.end.offset ?? 0) - (only.position?.end.offset ?? 0) <= 1;
}
