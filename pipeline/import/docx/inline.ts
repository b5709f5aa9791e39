import type { PhrasingContent } from "mdast";
import type { Mark, Span } from "../structure/phrasing.js";
import { type Draft, noteLabel, type Spot } from "./draft.js";
import type { Inline, Run } from "./model.js";
import { paragraphMark } from "./prepare.js";

/** Inline content of a paragraph as spans, with its bookmarks, its place and the notes that it calls. */
export interface Line {
  readonly spans: Span[];
  readonly bookmarks: string[];
  spot: Spot | undefined;
}

/** Read a paragraph's runs, links, notes and pictures. */
export function lineOf(children: readonly Inline[], draft: Draft): Line {
  const line: Line = { spans: [], bookmarks: [], spot: undefined };
  for (const child of children) read(child, [], line, draft);
  return line;
}

function read(inline: Inline, marks: readonly Mark[], line: Line, draft: Draft): void {
  const put = (node: PhrasingContent, on: readonly Mark[] = marks) => line.spans.push({ node, marks: on });
  switch (inline.type) {
    case "run":
      for (const child of inline.children) read(child, withMarks(inline, marks), line, draft);
      return;
    case "hyperlink": {
      const url = inline.href ?? (inline.anchor ? `#${inline.anchor}` : undefined);
      const on: readonly Mark[] =
        url === undefined || marks.some(({ kind }) => kind === "link")
          ? marks
          : [{ kind: "link", url }, ...marks];
      for (const child of inline.children) read(child, on, line, draft);
      return;
    }
    case "text":
      put({ type: "text", value: inline.value });
      return;
    case "tab":
      put({ type: "text", value: " " });
      return;
    case "break":
      if (inline.breakType === "line") put({ type: "break" });
      return;
    case "checkbox":
      put({ type: "text", value: inline.checked ? "☒" : "☐" });
      return;
    case "noteReference": {
      const label = noteLabel(draft, inline.noteType, inline.noteId);
      // Word makes the number itself: no word of the text says it.
      put({ type: "footnoteReference", identifier: label, label, data: { printed: " " } }, []);
      for (const name of line.bookmarks) if (!draft.noteAnchors.has(name)) draft.noteAnchors.set(name, label);
      return;
    }
    case "image": {
      const { path, bytes } = draft.pictureBytes.get(inline) ?? { path: "", bytes: undefined };
      const { url, problem } = draft.pictures.take(path, bytes);
      const alt = inline.altText?.trim() ?? "";
      const data = problem === undefined ? {} : { data: { missing: `${path}: ${problem}` } };
      put(
        { type: "image", url, alt, ...data },
        marks.filter(({ kind }) => kind === "link"),
      );
      return;
    }
    case "bookmarkStart": {
      const [, part, paragraph] = paragraphMark.exec(inline.name) ?? [];
      // Where Word deleted the mark between two paragraphs they are one, and stand where the second does.
      if (part !== undefined) line.spot = { part, paragraph: Number(paragraph) };
      else line.bookmarks.push(inline.name);
    }
  }
}

function withMarks(run: Run, marks: readonly Mark[]): readonly Mark[] {
  const own: Mark[] = [];
  const { styleName, verticalAlignment: height } = run;
  if (run.isStrikethrough) own.push({ kind: "delete" });
  if (run.isBold || /^strong$/i.test(styleName ?? "")) own.push({ kind: "strong" });
  if (run.isItalic || /^(?:emphasis|intense emphasis|subtle emphasis)$/i.test(styleName ?? ""))
    own.push({ kind: "emphasis" });
  const linked =
    marks.some(({ kind }) => kind === "link") || /hyperlink|internet link/i.test(styleName ?? "");
  // Links are underlined by their looks.
  if (run.isUnderline && !linked && !holdsLink(run)) own.push({ kind: "html", tag: "u" });
  if (run.isSmallCaps) own.push({ kind: "small-caps" });
  if (height === "superscript") own.push({ kind: "html", tag: "sup" });
  if (height === "subscript") own.push({ kind: "html", tag: "sub" });
  return [...marks, ...own];
}

function holdsLink({ children }: Run): boolean {
  return children.some(({ type }) => type === "hyperlink");
}
