import type { Element, Nodes } from "hast";
import { toString as hastText } from "hast-util-to-string";
import type { Finding } from "../importer.js";
import { Unreadable } from "../unreadable.js";
import { aimOf, idsOf, isCall, originOf, type WebDocument } from "./document.js";
import { markNoteLinks } from "./note-links.js";
import { all, is, isInline, takeOut, wordsOf } from "./tree.js";

/** Notes of one work: what is more is no text for people. */
const mostNotes = 10_000;

/** A note as it was taken out of the flow. */
export interface TakenNote {
  readonly label: string;
  readonly element: Element;
  readonly document: WebDocument;
}

/**
 * Take every note that is called out of the text; calls keep their label in `data-note`, and ways back to them are marked, of
 * which `callIds` says where they lead (`OEBPS/one.xhtml#ref-3`). Sections of
 * notes that are empty then go too.
 */
export function takeNotes(
  documents: readonly WebDocument[],
  callIds: ReadonlySet<string>,
): {
  readonly notes: readonly TakenNote[];
  readonly findings: readonly Finding[];
} {
  const byPath = new Map(
    documents.map((document) => [
      document.path,
      { document, ids: idsOf(document), parents: parentsIn(document.tree) },
    ]),
  );
  const notes = new Map<Element, TakenNote>();
  const findings: Finding[] = [];
  for (const document of documents)
    for (const call of all(document.tree).filter(isCall)) {
      const { path, id } = aimOf(document, call);
      const target = byPath.get(path);
      const named = target?.ids.get(id);
      if (!target || !named) continue;
      const element = blockAround(target.parents, named);
      const known = notes.get(element);
      const label = known?.label ?? String(notes.size + 1);
      if (!known) {
        if (notes.size === mostNotes)
          throw new Unreadable(`Unexpected number of notes, more than ${mostNotes}`);
        notes.set(element, { label, element, document: target.document });
        markWaysBack(element, target.document, callIds);
        const number = takeNumber(element, hastText(call).replace(/[[\]\s]/g, ""));
        if (number !== undefined) {
          const from = originOf(target.document, element);
          findings.push({
            rule: "import-furniture-dropped",
            reason: `Left out the number of a note: ${number}`,
            from,
            dropped: number,
          });
        }
      }
      call.properties.dataNote = label;
    }
  markNoteLinks(documents, notes.values());
  for (const document of documents) {
    const held = holdersOf(document.tree, notes);
    takeOut(document.tree, (element) => notes.has(element));
    // A list of notes, with the rule above it, when all of them are taken.
    takeOut(document.tree, (element) => held.has(element) && isBare(element));
    const sections = takeOut(document.tree, (element) => is(element, "endnotes", "footnotes", "rearnotes"));
    for (const section of sections) {
      const words = wordsOf(section, isCall);
      if (words.trim() === "") continue;
      const reason = `Left out what stood around the notes: ${words.replace(/\s+/g, " ").trim()}`;
      findings.push({
        rule: "import-furniture-dropped",
        reason,
        from: originOf(document, section),
        dropped: words,
      });
    }
  }
  return { notes: [...notes.values()], findings };
}

/** List the blocks that notes stand in. */
function holdersOf(tree: Nodes, notes: ReadonlyMap<Element, unknown>): ReadonlySet<Element> {
  return new Set(
    all(tree).filter(
      (element) =>
        /^(?:aside|div|dl|footer|ol|section|ul)$/.test(element.tagName) &&
        all(element).some((inside) => notes.has(inside)),
    ),
  );
}

function isBare(element: Element): boolean {
  return wordsOf(element, isCall).trim() === "" && !all(element).some(({ tagName }) => tagName === "img");
}

/** Say of each element of a tree which one stands around it: to look for thousands of notes, each from the top, takes time with their square. */
function parentsIn(tree: Nodes): ReadonlyMap<Element, Element> {
  const parents = new Map<Element, Element>();
  for (const element of all(tree))
    for (const child of element.children) if (child.type === "element") parents.set(child, element);
  return parents;
}

/** The note is the block in which the link or the span stands that a call names. */
function blockAround(parents: ReadonlyMap<Element, Element>, named: Element): Element {
  let block: Element | undefined = named;
  while (block && isInline(block)) block = parents.get(block);
  return block ?? named;
}

function markWaysBack(note: Element, document: WebDocument, callIds: ReadonlySet<string>): void {
  for (const link of all(note)) {
    const { path, id } = aimOf(document, link);
    if (link.tagName === "a" && callIds.has(`${path}#${id}`)) link.properties.dataWayBack = true;
  }
}

/** Take the number that a call has off the beginning of its note, where it is typed there. */
function takeNumber(node: Nodes, number: string): string | undefined {
  if (!/^\d+$/.test(number)) return undefined;
  const [lead] =
    "children" in node
      ? node.children.filter((child) => child.type !== "text" || child.value.trim() !== "")
      : [];
  if (lead?.type === "element" && lead.tagName !== "a") return takeNumber(lead, number);
  const typed =
    lead?.type === "text" ? new RegExp(`^\\s*${number}[.)]\\s+`).exec(lead.value)?.[0] : undefined;
  if (typed === undefined || lead?.type !== "text") return undefined;
  lead.value = lead.value.slice(typed.length);
  return typed.trim();
}
