import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "unist-util-visit";

/** What a note does not interrupt: it stands behind the whole of it. */
const whole = /^(?:dl|figure|footer|h[1-6]|header|p|pre|table)$/;

/** What a note may stand in. */
const holders = /^(?:aside|blockquote|div|li|section)$/;

/**
 * Put each note behind the block of its first call, as `aside.note.footnote`: there it is read, and from there the typesetter
 * takes it to the foot of a page. What led to the part of notes itself leads nowhere now: such links become plain words.
 *
 * Changes the sections in place. Throws where a note has no call in them: assemble gathers only notes that are called.
 */
export function placeFootnotes(sections: readonly Element[], notesPart: Element): void {
  const notes = new Map<string, Element>();
  const gone = new Set([`#${notesPart.properties.id}`]);
  visit(notesPart, "element", (element) => {
    const { id, dataNumber } = element.properties;
    if (dataNumber === undefined) {
      if (id !== undefined) gone.add(`#${id}`);
      return undefined;
    }
    notes.set(`#${id}`, element);
    return SKIP;
  });
  const called = new Set<string>();
  for (const section of sections) {
    const last = new Map<ElementContent, ElementContent>();
    for (const { href, parent, behind } of callsOf(section, notes)) {
      const note = notes.get(href);
      if (!note || called.has(href)) continue;
      called.add(href);
      const footnote = toFootnote(note);
      const place = last.get(behind) ?? behind;
      parent.children.splice(parent.children.indexOf(place) + 1, 0, footnote);
      last.set(behind, footnote);
    }
    unlink(section, gone);
  }
  for (const href of notes.keys()) if (!called.has(href)) throw new Error(`Nothing calls the note ${href}`);
}

/** Leave only those notes whose first call stands in these sections: what is set of an excerpt. Changes the part of notes in place. */
export function keepNotesCalledIn(sections: readonly Element[], notesPart: Element): void {
  const ids = new Set<unknown>();
  for (const section of sections) visit(section, "element", ({ properties }) => void ids.add(properties.id));
  visit(notesPart, "element", ({ properties: { dataNumber, id } }, index, parent) => {
    if (dataNumber === undefined || index === undefined) return undefined;
    if (ids.has(String(id).replace(/^fn-/, "fnref-"))) return SKIP;
    parent?.children.splice(index, 1);
    return [SKIP, index];
  });
}

interface Call {
  readonly href: string;
  readonly parent: Element;
  /** The child of the parent that the note follows. */
  readonly behind: ElementContent;
}

/** List the calls of a section in their order, each with where its note would stand. */
function callsOf(section: Element, notes: ReadonlyMap<string, Element>): Call[] {
  const calls: Call[] = [];
  const look = (path: readonly [Element, ...Element[]]): void => {
    const element = path.at(-1) ?? section;
    const href = String(element.properties.href);
    if (element.tagName === "a" && isCall(path.at(-2)) && notes.has(href)) {
      calls.push({ href, ...standOf(path) });
    }
    for (const child of element.children) if (child.type === "element") look([...path, child]);
  };
  look([section]);
  return calls;
}

function isCall(element: Element | undefined): boolean {
  const classes = element?.properties.className;
  return Array.isArray(classes) && classes.includes("note-call");
}

function standOf(path: readonly [Element, ...Element[]]): Pick<Call, "parent" | "behind"> {
  const outermost = path.findIndex((element) => whole.test(element.tagName) || isTable(element));
  const at = outermost > 0 ? outermost - 1 : path.findLastIndex(({ tagName }) => holders.test(tagName));
  const parent = path[at] ?? path[0];
  const child = path[at + 1] ?? path[0];
  if (outermost > 0) return { parent, behind: child };
  // The words of an item without paragraphs go on to the first block in it.
  const rest = parent.children.slice(parent.children.indexOf(child));
  const next = rest.findIndex((each) => each.type === "element" && isBlock(each));
  return { parent, behind: rest[next < 0 ? rest.length - 1 : next - 1] ?? child };
}

function isTable({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes("table");
}

function isBlock({ tagName }: Element): boolean {
  return /^(?:ol|ul)$/.test(tagName) || whole.test(tagName) || holders.test(tagName);
}

function toFootnote({ children, properties, position, data }: Element): Element {
  const footnote = h("aside", { ...properties, className: ["note", "footnote"], dataFootnote: "" }, children);
  return { ...footnote, ...(position && { position }), ...(data && { data }) };
}

function unlink(section: Element, gone: ReadonlySet<string>): void {
  visit(section, { tagName: "a" }, (link) => {
    if (gone.has(String(link.properties.href))) Object.assign(link, { tagName: "span", properties: {} });
  });
}
