import type { Link, PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { outwardUrl } from "../../outward-url.js";
import { slug, uniqueId } from "../../slug.js";
import type { Finding, Origin } from "../importer.js";
import { isLabel, labelKey } from "../structure/caption.js";
import type { Anchor, Draft } from "./draft.js";

/**
 * Lead every link to a bookmark to what the bookmark names, which gets an id; where nothing carries the bookmark, or the link leads to a
 * file, the words stay and the link goes. `Figure 2` becomes an empty reference, which stays right when things are renumbered.
 */
export function resolveReferences(
  roots: readonly RootContent[],
  { anchors, noteAnchors }: Pick<Draft, "anchors" | "noteAnchors">,
  originOf: (node: RootContent) => Origin,
): readonly Finding[] {
  const ids = new Map<Anchor, string>();
  const taken = new Set<string>();
  const findings: Finding[] = [];
  for (const root of roots)
    visit(root, "link", (link: Link, i, parent) => {
      if (link.data?.toNote !== undefined) return undefined;
      const outward = outwardUrl(link.url);
      if (outward !== undefined) link.url = outward;
      if (outward !== undefined || i === undefined || !parent) return undefined;
      const words = textOf(link);
      const isInside = link.url.startsWith("#");
      // LibreOffice leaves the bookmarks of numbered captions out, and refers to them all the same.
      const anchor = isInside ? (anchors.get(link.url.slice(1)) ?? anchors.get(labelKey(words))) : undefined;
      const note = noteAnchors.get(link.url.slice(1));
      // A paragraph may hold the bookmark of a figure, of which a reference says more than a number.
      if (isInside && note !== undefined && /^\s*\d+\s*$/.test(words)) {
        link.data = { toNote: note };
        return undefined;
      }
      if (!anchor) {
        const aim = isInside ? "a place that has no name here" : `what no publication can hold, ${link.url}`;
        const reason = `A link leads to ${aim}; its words stay: ${words}`;
        findings.push({ rule: "import-link-dead", reason, from: originOf(root), to: { node: parent } });
        parent.children.splice(i, 1, ...(link.children as never[]));
        return [SKIP, i];
      }
      link.url = `#${idOf(anchor, ids, taken)}`;
      const itself = anchor.type === "heading" ? sameWords(words, headingText(anchor)) : isLabel(words);
      if (!itself) return undefined;
      link.data = { printed: words };
      link.children = [];
      const reason = `A cross-reference is one: \`${words}\` is filled in when it is built`;
      findings.push({ rule: "import-reference", reason, from: originOf(root), to: { node: link } });
      return undefined;
    });
  return findings;
}

function idOf(anchor: Anchor, ids: Map<Anchor, string>, taken: Set<string>): string {
  const known = ids.get(anchor);
  if (known !== undefined) return known;
  const heading = anchor.type === "heading";
  const kind = heading ? "sec" : anchor.name === "table" ? "tbl" : "fig";
  const words = heading ? headingText(anchor) : textOf(anchor.children.at(-1));
  const id = uniqueId(`${kind}-${slug(words).split("-").slice(0, 5).join("-") || "1"}`, taken);
  ids.set(anchor, id);
  if (heading) anchor.children.push({ type: "text", value: ` {#${id}}`, data: { printed: "" } });
  else anchor.attributes = { ...anchor.attributes, id };
  return id;
}

function headingText({ children }: Extract<Anchor, { type: "heading" }>): string {
  return children
    .filter((node: PhrasingContent) => node.data?.printed !== "")
    .map((node) => textOf(node))
    .join("");
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
  return plain(a) === plain(b);
}
