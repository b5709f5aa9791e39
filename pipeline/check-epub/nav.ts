import { resolvePath } from "./book.js";
import type { Checker } from "./finding.js";
import { ancestorsOf, hasWord } from "./xml.js";

/** What a contents list leaves out by custom: it is the list itself, or stands before it. */
const unlisted =
  /\b(?:cover|titlepage|copyright-page|imprint|halftitlepage|dedication|colophon|frontmatter)\b/;

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
    .filter(
      ({ elements }) =>
        !elements.some(
          ({ name, attributes }) => /^(?:section|div|body)$/.test(name) && unlisted.test(kind(attributes)),
        ),
    )
    .map(({ path }) => ({
      rule: "epub/nav-incomplete",
      gravity: "warning" as const,
      reason: `Missing ${path} in the contents, expected every document of the reading order`,
      path: navigation.path,
    }));
};

function kind(attributes: Readonly<Record<string, string>>): string {
  return `${attributes["epub:type"] ?? ""} ${attributes.role?.replace("doc-", "") ?? ""}`;
}
