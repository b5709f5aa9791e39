import type { Element, Root } from "hast";
import type { Finding, Origin } from "../importer.js";
import { decoded, resolved } from "../markup/paths.js";
import { all, is, takeOut, wordsOf } from "./tree.js";

/** One page of a site or one content document of a book. */
export interface WebDocument {
  /** Relative to the original: `OEBPS/one.xhtml`. */
  readonly path: string;
  readonly tree: Root;
}

/** Say where an element stands. */
export function originOf({ path }: Pick<WebDocument, "path">, element: Element | undefined): Origin {
  const start = element?.position?.start;
  return start ? { file: path, line: start.line, column: start.column } : { file: path };
}

/** Read where a link leads: the path of a document, from the top of the work, and an id in it, empty where it names none. */
export function aimOf(
  { path }: Pick<WebDocument, "path">,
  link: Element,
): { readonly path: string; readonly id: string } {
  const href = String(link.properties.href ?? "");
  const hash = href.includes("#") ? href.indexOf("#") : href.length;
  const file = href.slice(0, hash);
  return { path: file === "" ? path : resolved(path, file), id: decoded(href.slice(hash + 1)) };
}

/** Say whether an element is the call of a note: by what it says of itself, or as raised-calls.ts marked it. */
export function isCall(element: Element): boolean {
  if (element.tagName !== "a" || typeof element.properties.href !== "string") return false;
  if (is(element, "noteref") || element.properties.dataRaisedCall) return true;
  return (
    element.properties.href.includes("#") &&
    /^(?:fnref|noteref|ftnref|_ftnref|footnote-ref)/i.test(String(element.properties.id ?? ""))
  );
}

const dropped: readonly (readonly [what: string, test: (element: Element) => boolean])[] = [
  ["navigation", (element) => element.tagName === "nav" || is(element, "toc", "landmarks", "page-list")],
  [
    "the cover and the title page",
    (element) => is(element, "cover", "titlepage", "halftitlepage") || hasClass(element, "title-page"),
  ],
  ["the imprint", (element) => is(element, "copyright-page", "imprint") || hasClass(element, "imprint")],
  ["the way back from a note", (element) => is(element, "backlink") || isWayBack(element)],
  ["marks of pages", (element) => is(element, "pagebreak")],
  ["forms", (element) => ["form", "button", "select"].includes(element.tagName)],
  ["a chapter's number", (element) => hasClass(element, "chapter-number")],
];

/** Take out what is no text of the work, and list its words. */
export function takeFurniture(document: WebDocument): readonly Finding[] {
  takeOut(document.tree, ({ tagName }) =>
    ["head", "script", "style", "template", "noscript"].includes(tagName),
  );
  return dropped.flatMap(([what, test]) => {
    const found = takeOut(document.tree, test);
    const words = found.map((element) => wordsOf(element, isCall)).join("\n");
    if (words.trim() === "") return [];
    const short = words.replace(/\s+/g, " ").trim();
    const reason = `Left out ${what}: ${short.length > 120 ? `${short.slice(0, 120)}…` : short}`;
    return [{ rule: "import-furniture-dropped", reason, from: originOf(document, found[0]), dropped: words }];
  });
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function isWayBack({ tagName, properties }: Element): boolean {
  if (properties.dataWayBack) return true;
  return (
    tagName === "a" && /#(?:fnref|noteref|ftnref|_ftnref|footnote-ref)/i.test(String(properties.href ?? ""))
  );
}

/** List the ids of a document. */
export function idsOf({ tree }: WebDocument): ReadonlyMap<string, Element> {
  return new Map(
    all(tree).flatMap((element) =>
      typeof element.properties.id === "string" ? [[element.properties.id, element] as const] : [],
    ),
  );
}
