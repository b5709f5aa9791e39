import { type Draft, finding } from "./draft.js";

/** A publication needs a title: where the text has none, the file's name is a makeshift. */
export function titleOf(draft: Draft): Draft {
  if (draft.metadata.title !== undefined) return draft;
  const title =
    draft.file
      .replace(/\.[^.]*$/, "")
      .replace(/[-_]+/g, " ")
      .trim() || "Untitled";
  const reason = "No title was found at the top; the file's name is a makeshift, give the title";
  const to = { key: ["title"] };
  const added = { to, added: title };
  return {
    ...draft,
    metadata: { ...draft.metadata, title },
    findings: [...draft.findings, finding(draft, "import-title-missing", 1, reason, added)],
  };
}
