import type { Element } from "hast";
import type { Part } from "../../publication.js";
import { elementsOf } from "./elements.js";

/**
 * `epub:type` (EPUB 3 Structural Semantics Vocabulary 1.1) beside the DPUB-ARIA roles that have a word there.
 * `doc-toc` and `doc-cover` are not here: the nav and the cover page carry their own.
 */
const typeOfRole: Readonly<Record<string, string>> = {
  "doc-abstract": "abstract",
  "doc-acknowledgments": "acknowledgments",
  "doc-afterword": "afterword",
  "doc-appendix": "appendix",
  "doc-backlink": "backlink",
  "doc-bibliography": "bibliography",
  "doc-chapter": "chapter",
  "doc-conclusion": "conclusion",
  "doc-dedication": "dedication",
  "doc-endnotes": "endnotes",
  "doc-epigraph": "epigraph",
  "doc-epilogue": "epilogue",
  "doc-foreword": "foreword",
  "doc-glossary": "glossary",
  "doc-introduction": "introduction",
  "doc-noteref": "noteref",
  "doc-part": "part",
  "doc-preface": "preface",
  "doc-prologue": "prologue",
  "doc-pullquote": "pullquote",
};

const typeOfKind: Readonly<Partial<Record<Part["kind"], string>>> = {
  "title-page": "titlepage",
  imprint: "copyright-page",
};

const matters = { front: "frontmatter", body: "bodymatter", back: "backmatter" } as const;

/** Name a part's division in the vocabulary's words, for `<body epub:type>`. */
export function matterOf(part: Pick<Part, "division">): string {
  return matters[part.division];
}

/**
 * Put `epub:type` on a part's section and what is in it, in place.
 *
 * A note is `endnote footnote` in this order and has no role: reading systems pop up what is a footnote, and
 * `doc-endnote` is deprecated (DPUB-ARIA 1.1).
 */
export function addSemantics(section: Element, kind: Part["kind"]): void {
  const ofKind = typeOfKind[kind];
  if (ofKind) section.properties["epub:type"] = ofKind;
  for (const { tagName, properties } of elementsOf(section)) {
    const { role, className } = properties;
    const isNote = tagName === "li" && Array.isArray(className) && className.includes("note");
    const type = isNote ? "endnote footnote" : typeOfRole[String(role)];
    if (type) properties["epub:type"] = type;
  }
}
