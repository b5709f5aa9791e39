import type { Finding } from "../importer.js";
import { descendants, parseXml, type XmlNode } from "../xml.js";
import { type Draft, originOf } from "./draft.js";
import type { Prepared } from "./prepare.js";

/** List the comments: a manuscript has none, and each may be a question that is still open. */
export function tellComments(
  text: string,
  prepared: readonly (readonly [string, Prepared])[],
  draft: Draft,
): { readonly text: string; readonly findings: readonly Finding[] } {
  const comments = descendants(parseXml(text)).filter(({ name }) => name === "w:comment");
  const findings = comments.map((node): Finding => {
    const id = node.attributes["w:id"] ?? "";
    const [part = "d", { comments: places } = { comments: new Map<string, number>() }] =
      prepared.find(([, one]) => one.comments.has(id)) ?? [];
    const paragraph = places.get(id);
    const words = wordsOf(node);
    const author = node.attributes["w:author"] ?? "";
    const to = paragraph === undefined ? undefined : draft.nodes.get(`${part}:${paragraph}`);
    return {
      rule: "import-comment-dropped",
      reason: `A comment${author && ` of ${author}`} was left out: ${words.replace(/\s+/g, " ").trim()}`,
      from:
        paragraph === undefined
          ? { file: draft.file, part: "comments" }
          : originOf(draft.file, { part, paragraph }),
      ...(to && { to: { node: to } }),
      dropped: words,
    };
  });
  return { text: comments.map(wordsOf).join("\n"), findings };
}

function wordsOf(comment: XmlNode): string {
  const text = (node: XmlNode): string =>
    node.children
      .map((child) => {
        if (typeof child === "string") return node.name === "w:t" ? child : "";
        return text(child) + (child.name === "w:p" ? "\n" : "");
      })
      .join("");
  return text(comment);
}
