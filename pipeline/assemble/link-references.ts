import type { Element, ElementContent } from "hast";
import { visit } from "unist-util-visit";
import { didYouMean, problem } from "../problem.js";
import type { Exhibit, Words } from "../publication.js";
import { type Draft, type Messages, treesOf } from "./draft.js";
import { plainText } from "./plain-text.js";
import type { Target } from "./register-ids.js";

/** Where a reference leads and what it says when its author left that open. */
interface Destination {
  readonly id: string;
  readonly words: string;
}

/** Resolve every link into the publication to `#id`, and fill the empty ones with what they lead to: "Figure 2", "note 5". */
export function linkReferences(
  drafts: readonly Draft[],
  targets: ReadonlyMap<string, Target>,
  exhibits: readonly Exhibit[],
  words: Words,
  messages: Messages,
): void {
  const labels = new Map(exhibits.map((exhibit) => [exhibit.id, exhibit.label]));
  const ofSources = drafts.filter(({ chapter }) => chapter.path !== "");
  const byPath = new Map(ofSources.map((draft) => [draft.chapter.path, draft]));

  const resolve = (href: string, from: Draft): Destination | string => {
    const [path = "", fragment] = decode(href).split("#");
    const draft = path === "" ? from : byPath.get(relative(path, from.chapter.path));
    if (!draft) {
      const meant = didYouMean(relative(path, from.chapter.path), [...byPath.keys()]);
      return `Unexpected link to \`${path}\`, which is not a source of this publication${sentence(meant)}`;
    }
    if (!fragment) return { id: draft.chapter.id, words: plainText(draft.title) };
    const target = targets.get(fragment) ?? targets.get(`${draft.chapter.id}-${fragment}`);
    if (target)
      return {
        id: String(target.element.properties.id),
        words: labels.get(String(target.element.properties.id)) ?? nameOf(target.element),
      };
    const chapter = drafts.find(({ chapter }) => chapter.id === fragment);
    if (chapter) return { id: fragment, words: plainText(chapter.title) };
    if (fragment === "notes" && drafts.some(hasNotes)) return { id: "notes", words: words.notes };
    return (
      noteOf(fragment, draft, from, words) ??
      `Unexpected reference to \`${href}\`, which is not in this publication${sentence(didYouMean(`#${fragment}`, names(draft)))}`
    );
  };
  const names = (draft: Draft) =>
    [
      ...[...targets.keys()].map((id) => id.replace(new RegExp(`^${draft.chapter.id}-`), "")),
      ...drafts.map(({ chapter }) => chapter.id),
      ...draft.notes.map(({ label }) => `note-${label}`),
    ].map((name) => `#${name}`);

  for (const draft of drafts) {
    visit({ type: "root", children: treesOf(draft) }, { type: "element", tagName: "a" }, (link: Element) => {
      const { href, role } = link.properties;
      if (role === "doc-noteref" || typeof href !== "string" || /^[a-z][a-z0-9+.-]*:/i.test(href)) return;
      const found = resolve(href, draft);
      const at = { file: link.data?.file ?? draft.chapter.path, node: link };
      if (typeof found === "string") {
        messages.push(problem("reference-undefined", found, at));
        return;
      }
      link.properties.href = `#${found.id}`;
      link.properties.className = ["cross-reference"];
      if (plainText(link.children) !== "" || hasImage(link.children)) return;
      if (found.words === "") {
        const reason = `Unexpected empty reference to \`${href}\`, which has no name of its own; expected words in the brackets`;
        messages.push(problem("reference-undefined", reason, at));
      }
      link.children = [{ type: "text", value: found.words }];
    });
  }
}

function sentence(meant: string): string {
  return meant && `.${meant}`;
}

function hasNotes(draft: Draft): boolean {
  return draft.notes.some((note) => note.number !== undefined);
}

/** `#note-label` (or `#notes-label`) leads to the note that the source calls `[^label]`. */
function noteOf(fragment: string, draft: Draft, from: Draft, words: Words): Destination | string | undefined {
  const label = /^notes?-(.+)$/.exec(fragment)?.[1]?.toLowerCase();
  const note = draft.notes.find((note) => note.label.toLowerCase() === label);
  if (!note) return undefined;
  const [firstCall] = note.calls;
  if (!firstCall) return `Unexpected reference to note \`${note.label}\`, which nothing calls`;
  const name = `${words.note} ${note.number}`;
  // Where numbers restart, a number alone says nothing outside its chapter.
  const restarts = firstCall.startsWith(`fnref-${draft.chapter.id}-`);
  const elsewhere = restarts && draft !== from ? `, ${plainText(draft.title)}` : "";
  return { id: firstCall.replace(/^fnref-/, "fn-"), words: name + elsewhere };
}

/** The words by which a reader knows an element: a section's heading, a callout's title. */
function nameOf(element: Element): string {
  const [first] = element.children;
  const named = first?.type === "element" && (/^h\d$/.test(first.tagName) || isTitle(first));
  if (/^h\d$/.test(element.tagName)) return plainText(element.children);
  return named ? plainText(first.children) : "";
}

function isTitle(element: Element): boolean {
  return (
    Array.isArray(element.properties.className) &&
    element.properties.className.some((name) => /-(?:title|name)$/.test(String(name)))
  );
}

function hasImage(children: readonly ElementContent[]): boolean {
  return children.some((child) => child.type === "element" && child.tagName === "img");
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** A path as written in one source, relative to the publication's folder. */
export function relative(path: string, from: string): string {
  const parts = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.length === 0 || parts.at(-1) === "..") parts.push("..");
      else parts.pop();
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
