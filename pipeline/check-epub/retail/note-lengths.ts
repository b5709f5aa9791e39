import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { type Book, isRemote, resolvePath } from "../book.js";
import { hasWord } from "../xml.js";
import type { Measured } from "./measured.js";

/** Count the characters of each note that a call leads to, runs of spaces as one; `path` names the note. */
export function noteLengths({ documents }: Book): readonly Measured[] {
  const places = new Set(
    documents.flatMap(({ path, elements }) =>
      elements
        .filter(
          (element) => hasWord(element, "epub:type", "noteref") || hasWord(element, "role", "doc-noteref"),
        )
        .map(({ attributes: { href = "" } }) => href)
        .filter((href) => !isRemote(href))
        .map((href) => `${resolvePath(path, href)}#${href.split("#")[1] ?? ""}`),
    ),
  );
  const pathsWithNotes = new Set([...places].map((place) => place.slice(0, place.lastIndexOf("#"))));
  return documents.flatMap(({ path, text }) => {
    if (!pathsWithNotes.has(path)) return [];
    const found: Measured[] = [];
    visit(fromHtml(text), "element", (element) => {
      const place = `${path}#${element.properties.id}`;
      if (!places.has(place)) return;
      found.push({ path: place, value: textOf(element).replace(/\s+/g, " ").trim().length });
    });
    return found;
  });
}
