import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";

/** A link in a book, from one of its files to a place in another or the same. */
export interface Reference {
  readonly from: string;
  readonly to: string;
  /** The DPUB-ARIA role of the link. */
  readonly role: string;
  /** The id of the link itself. */
  readonly id: string;
}

/** List the links and sources of all content documents, those to the web left out. */
export function referencesOf(files: ReadonlyMap<string, string>): Reference[] {
  const references: Reference[] = [];
  for (const [name, text] of files) {
    if (!name.endsWith(".xhtml")) continue;
    visit(fromHtml(text), "element", ({ properties }) => {
      const to = String(properties.href ?? properties.src ?? "");
      if (to === "" || /^[a-z]+:/i.test(to)) return;
      const from = name.replace("OEBPS/", "");
      references.push({ from, to, role: String(properties.role ?? ""), id: String(properties.id ?? "") });
    });
  }
  return references;
}

/** List the ids of every content document, each once for every element that has it. */
export function idsOf(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [name, text] of files) {
    if (!name.endsWith(".xhtml")) continue;
    const own: string[] = [];
    visit(
      fromHtml(text),
      "element",
      ({ properties }) => void (properties.id && own.push(String(properties.id))),
    );
    ids.set(name.replace("OEBPS/", ""), own);
  }
  return ids;
}

/** List the references that lead nowhere, as `from -> to`. */
export function danglingReferences(files: ReadonlyMap<string, string>): string[] {
  const ids = idsOf(files);
  return referencesOf(files)
    .filter(({ from, to }) => {
      const [file, id] = to.split("#");
      const target = file || from;
      return !files.has(`OEBPS/${target}`) || (id !== undefined && !ids.get(target)?.includes(id));
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}
