import type { RootContent } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { Finding } from "../importer.js";
import type { Draft } from "./draft.js";

/** Take out the calls of notes in which nothing is written. */
export function dropEmptyCalls(roots: readonly RootContent[], draft: Draft): readonly Finding[] {
  const findings: Finding[] = [];
  for (const root of roots)
    visit(root, "footnoteReference", ({ identifier }, i, parent) => {
      if (draft.notes.has(identifier) || i === undefined || !parent) return undefined;
      const reason = `Note ${identifier} is empty, and its call was left out`;
      const from = draft.origins.get(root) ?? { file: draft.file };
      findings.push({ rule: "import-note-empty", reason, from, to: { node: root } });
      parent.children.splice(i, 1);
      return [SKIP, i];
    });
  return findings;
}
