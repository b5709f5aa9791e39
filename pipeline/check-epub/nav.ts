import { type BookDocument, resolvePath } from "./book.js";
import type { Checker } from "./finding.js";
import { ancestorsOf, hasWord } from "./xml.js";

/** What a contents list leaves out by custom. A preface, a summary or a foreword it lists, though they are front matter, too. */
const unlisted = new Set([
  "colophon",
  "copyright-page",
  "cover",
  "dedication",
  "doc-colophon",
  "doc-cover",
  "doc-dedication",
  "halftitlepage",
  "imprint",
  "titlepage",
]);

/** Ask that the contents lead to every document of the linear reading order, front matter of custom excepted. */
export const nav: Checker = ({ documents }) => {
  const navigation = documents.find((document) => document.nav);
  if (!navigation) return [];
  const listed = new Set(
    navigation.elements
      .filter(
        (element) =>
          element.name === "a" &&
          ancestorsOf(element).some((ancestor) => hasWord(ancestor, "epub:type", "toc")),
      )
      .map(({ attributes }) => resolvePath(navigation.path, attributes.href ?? "")),
  );
  return documents
    .filter((document) => document.linear && !document.nav && !listed.has(document.path))
    .filter((document) => !isUnlisted(document))
    .map(({ path }) => ({
      rule: "epub/nav-incomplete",
      gravity: "warning" as const,
      reason: `Missing ${path} in the contents, expected every document of the reading order`,
      path: navigation.path,
    }));
};

/** What the document as a whole says that it is, on its body or on the one element in it; not what stands somewhere within. */
function isUnlisted({ elements }: BookDocument): boolean {
  const body = elements.find(({ name }) => name === "body");
  const inside = elements.filter(({ parent }) => body !== undefined && parent === body);
  return [body, ...(inside.length === 1 ? inside : [])].some((element) =>
    `${element?.attributes["epub:type"] ?? ""} ${element?.attributes.role ?? ""}`
      .split(/\s+/)
      .some((word) => unlisted.has(word)),
  );
}
