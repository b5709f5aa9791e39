import type { Publication } from "../../publication.js";
import { type SummaryFacts, summaryOf } from "./accessibility-summary.js";
import { elementsOf } from "./elements.js";

/** What the package document says about access (EPUB Accessibility 1.1), in schema.org's words. */
export interface Accessibility {
  readonly accessMode: readonly string[];
  readonly accessModeSufficient: readonly string[];
  readonly accessibilityFeature: readonly string[];
  readonly accessibilityHazard: readonly string[];
  readonly accessibilitySummary: string;
}

interface Facts extends SummaryFacts {
  readonly headings: boolean;
  readonly roles: boolean;
  readonly math: boolean;
  readonly longDescriptions: boolean;
}

/**
 * Compute what may be said about a publication's accessibility from what it holds; no conformance is claimed.
 *
 * The cover does not count: its words are on the title page, and its alternative text is always there.
 */
export function accessibilityOf(
  publication: Publication,
  pages: "print pages" | "no pages" = "no pages",
): Accessibility {
  const facts = factsOf(publication);
  const { images, described, still } = facts;
  return {
    accessMode: ["textual", ...(images ? ["visual"] : [])],
    accessModeSufficient: [...(described ? ["textual"] : []), ...(images ? ["textual,visual"] : [])],
    accessibilityFeature: [
      "tableOfContents",
      "readingOrder",
      "displayTransformability",
      ...(facts.headings ? ["structuralNavigation"] : []),
      ...(pages === "print pages" ? ["pageBreakMarkers", "pageNavigation"] : []),
      ...(images && described ? ["alternativeText"] : []),
      ...(facts.longDescriptions ? ["longDescription"] : []),
      ...(facts.math ? ["MathML"] : []),
      ...(facts.roles ? ["ARIA"] : []),
    ],
    accessibilityHazard: [still ? "none" : "unknown"],
    accessibilitySummary: summaryOf(facts, publication.metadata.language),
  };
}

function factsOf({ parts, images }: Publication): Facts {
  const elements = parts.flatMap(({ kind, tree }) => (kind === "cover" ? [] : elementsOf(tree)));
  const shown = elements.filter(({ tagName }) => tagName === "img");
  // What only decorates carries nothing that somebody could miss.
  const informative = shown.filter(({ properties }) => properties.role !== "presentation");
  return {
    images: informative.length > 0,
    described: informative.every(({ properties }) => String(properties.alt ?? "").trim() !== ""),
    still: !shown.some(({ properties }) => mayMove(String(properties.src), images)),
    notes: elements.some(({ properties }) => properties.role === "doc-noteref"),
    headings: elements.some(({ tagName }) => /^h[1-6]$/.test(tagName)),
    roles: elements.some(({ properties }) => properties.role !== undefined),
    longDescriptions: informative.some(({ properties }) => properties.ariaDetails !== undefined),
    math: elements.some(({ tagName }) => tagName === "math"),
  };
}

/** Tell the formats that can be animated; whether a file of theirs is, nobody has looked. */
function mayMove(path: string, images: Publication["images"]): boolean {
  const mediaType = images.get(path)?.mediaType;
  return mediaType === "image/gif" || mediaType === "image/webp";
}
