import type { Book } from "../book.js";

/** Something that an older validator would not let pass. */
export interface Complaint {
  readonly path: string;
  /** Its message id, and what it says: ``OPF-027 Undefined property: "pageBreakSource"``. */
  readonly complaint: string;
}

/** Roles of WAI-ARIA 1.2 and DPUB-ARIA 1.1 that were not there yet. */
const newerRoles = new Set(
  `blockquote caption code deletion doc-pagefooter doc-pageheader emphasis generic insertion meter paragraph strong
  subscript superscript time`.split(/\s+/),
);

/**
 * Find what EPUBCheck 4.2.6, which knows EPUB 3.2, takes for an error although EPUB 3.3 allows it. Each kind was seen from
 * 4.2.6 itself.
 */
export function olderComplaints({ documents, opf, items }: Book): readonly Complaint[] {
  const properties = opf.elements.filter(
    ({ name, attributes }) => name === "meta" && attributes.property === "pageBreakSource",
  );
  const pictures = items.filter(({ mediaType, fallback }) => mediaType === "image/webp" && !fallback);
  return [
    ...properties.map(() => ({ path: opf.path, complaint: 'OPF-027 Undefined property: "pageBreakSource"' })),
    ...pictures.map(({ path }) => ({ path, complaint: "MED-003 A manifest fallback must be provided" })),
    ...documents.flatMap(({ path, elements }) =>
      elements
        .flatMap(({ attributes }) => attributes.role?.split(/\s+/) ?? [])
        .filter((role) => newerRoles.has(role))
        .map((role) => ({ path, complaint: `RSC-005 value of attribute "role" is invalid: ${role}` })),
    ),
  ];
}
