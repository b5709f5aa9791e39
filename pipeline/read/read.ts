import type { Element, ElementContent, Root, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import type { Passage } from "../check/passages.js";
import { placeOf, problem } from "../problem.js";
import type { Chapter, NoteDefinition, Source } from "../publication.js";
import { sourceLost } from "./collate/source-lost.js";
import { decode } from "./decode.js";
import { type FrontMatter, frontMatter } from "./front-matter.js";
import { markWorks } from "./mark-works.js";
import { convert, parse, proseOf } from "./processor.js";
import { sections, takeOwnId } from "./sections.js";

/**
 * Read one source: Markdown in, one semantic tree out, and a message for whatever is wrong with it.
 *
 * `fallbackId` names the chapter unless its title does: `# Findings {#findings}`.
 */
export async function read(
  source: Source,
  fallbackId: string,
  language: string,
): Promise<{ chapter: Chapter; prose: readonly Passage[]; messages: VFileMessage[] }> {
  const { text, messages } = decode(source.bytes, source.path);
  const file = new VFile({ path: source.path, value: text, messages });
  const markdown = parse(file);
  const prose = proseOf(markdown, file, language);
  const matter = frontMatter(markdown, file, source);
  const { children } = await convert(markdown, file, language);
  const { title, notes, content } = takeApart(children, source.path);
  const id = (title && takeOwnId(title)) ?? fallbackId;
  const place = placeOf(title, source.path) ?? { file: source.path, line: 1, column: 1 };
  const titleContent: ElementContent[] =
    title?.children ?? (matter.title ? [{ type: "text", value: matter.title }] : []);

  if (text.trim() === "") messages.push(problem("source-empty", "Unexpected source without text", place));
  else if (titleContent.length === 0) {
    const reason =
      "Unexpected source without a title; expected a `# heading`, or `title:` in its front matter";
    messages.push(problem("title-missing", reason, place));
  }
  const role = roleOf(matter, source);
  const chapter: Chapter = {
    id,
    path: source.path,
    division: source.division,
    ...(role && { role }),
    title: titleContent,
    ...(matter.subtitle !== undefined && { subtitle: matter.subtitle }),
    authors: matter.author === undefined ? [] : [matter.author].flat(),
    numbered:
      matter.numbered ?? (role === "doc-part" || (source.division === "body" && role === "doc-chapter")),
    content: markWorks(sections(content, id), role),
    notes,
    place,
  };
  sourceLost(markdown, file, matter, chapter);
  return { chapter, prose, messages: file.messages };
}

/** Take the title and the note definitions out of a source's blocks. */
function takeApart(blocks: readonly RootContent[], path: string) {
  let title: Element | undefined;
  const notes = new Map<string, NoteDefinition>();
  const content: RootContent[] = [];
  for (const block of blocks) {
    if (!title && block.type === "element" && block.tagName === "h1") title = block;
    else content.push(block);
  }
  const root: Root = { type: "root", children: content };
  visit(root, { type: "element", tagName: "note-definition" }, (node: Element, index, parent) => {
    const label = String(node.properties.label);
    // A second definition of a label is an error of its own (note-duplicate); the first one holds.
    if (!notes.has(label))
      notes.set(label, {
        label,
        children: node.children,
        place: placeOf(node, path) ?? { file: path, line: 1, column: 1 },
      });
    parent?.children.splice(index ?? 0, 1);
    return index;
  });
  return { title, notes: [...notes.values()], content: trimmed(root.children) };
}

/** Line breaks that only separated what is gone leave with it. */
function trimmed(content: readonly RootContent[]): RootContent[] {
  return content.filter(
    (node, i) => !(node.type === "text" && node.value.trim() === "" && isBlank(content[i + 1])),
  );
}

function isBlank(node: RootContent | undefined): boolean {
  return node === undefined || (node.type === "text" && node.value.trim() === "");
}

function roleOf(matter: FrontMatter, source: Source): string | undefined {
  if (source.opensGroup) return "doc-part";
  if (matter.role) return `doc-${matter.role}`;
  return source.division === "body" ? "doc-chapter" : undefined;
}

/** The words of a chapter's title. */
export function titleText(chapter: Pick<Chapter, "title">): string {
  return textOf({ type: "root", children: [...chapter.title] }).trim();
}
