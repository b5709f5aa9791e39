import type { Finding } from "../importer.js";
import type { Change } from "./changes.js";
import { type Draft, originOf } from "./draft.js";
import type { Prepared } from "./prepare.js";

/** Tell what was found while a part was made ready: tracked changes by their paragraph, equations, hidden text, changes of format. */
export function tellPrepared(part: string, prepared: Prepared, draft: Draft): readonly Finding[] {
  const at = (paragraph: number) => {
    const node = draft.nodes.get(`${part}:${paragraph}`);
    return { from: originOf(draft.file, { part, paragraph }), ...(node && { to: { node } }) };
  };
  const byParagraph = new Map<number, Change[]>();
  for (const change of prepared.changes)
    byParagraph.set(change.paragraph, [...(byParagraph.get(change.paragraph) ?? []), change]);
  const changed = [...byParagraph].map(([paragraph, changes]): Finding => {
    const dropped = changes
      .filter(({ kind }) => kind === "deleted" || kind === "moved away")
      .map(({ text }) => text);
    const reason = `Accepted ${changes.length} tracked ${changes.length === 1 ? "change" : "changes"}: ${changes.map(changeText).join(", ")}`;
    return {
      rule: "import-change-accepted",
      reason,
      ...at(paragraph),
      ...(dropped.length > 0 && { dropped: dropped.join("\n") }),
    };
  });
  const equations = [...new Set(prepared.equations)].map((paragraph): Finding => {
    const reason = "An equation became a line of its signs: set it anew, or as a picture";
    return { rule: "import-equation", reason, ...at(paragraph) };
  });
  const hidden = [...prepared.hidden].map(([paragraph, text]): Finding => {
    const reason = `Left out what is hidden in Word, and was never printed: ${text.replace(/\s+/g, " ").trim()}`;
    return { rule: "import-hidden-dropped", reason, ...at(paragraph), dropped: text };
  });
  const formats = prepared.formatChanges;
  const format: Finding[] =
    formats === 0
      ? []
      : [
          {
            rule: "import-change-accepted",
            reason: `Accepted ${formats} tracked changes of format`,
            from: { file: draft.file },
          },
        ];
  return [...changed, ...equations, ...hidden, ...format];
}

function changeText({ kind, author, text }: Change): string {
  return `${kind} “${text.trim()}”${author && ` (${author})`}`;
}
