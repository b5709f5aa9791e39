import type { BookDocument } from "./book.js";
import { at, type Checker, type Finding } from "./finding.js";
import type { XmlElement } from "./xml.js";

/** Attributes that name ids of their own document (HTML; WAI-ARIA 1.2), by the element that may have them, where not all may. */
const naming = new Map<string, string | undefined>([
  ["for", "label"],
  ["list", "input"],
  ["aria-activedescendant", undefined],
  ["aria-controls", undefined],
  ["aria-describedby", undefined],
  ["aria-details", undefined],
  ["aria-errormessage", undefined],
  ["aria-flowto", undefined],
  ["aria-labelledby", undefined],
  ["aria-owns", undefined],
]);

/** Ask that an id is of one element alone, and that what attributes name is in their document. */
export const ids: Checker = ({ documents }) => documents.flatMap(problems);

function problems(document: BookDocument): readonly Finding[] {
  const known = new Set<string>();
  const doubled = document.elements.filter(({ attributes: { id } }) => {
    if (!id) return false;
    const isKnown = known.has(id);
    known.add(id);
    return isKnown;
  });
  return [
    ...doubled.map((element) =>
      at(document, element, "html/no-dup-id", `Duplicate ID "${element.attributes.id}"`),
    ),
    ...document.elements.flatMap((element) =>
      named(element)
        .filter((id) => !known.has(id))
        .map((id) =>
          at(document, element, "html/no-missing-references", `Element references missing id "${id}"`),
        ),
    ),
  ];
}

function named({ name, attributes }: XmlElement): readonly string[] {
  return Object.entries(attributes).flatMap(([attribute, value]) => {
    if (!naming.has(attribute) || (naming.get(attribute) ?? name) !== name) return [];
    return value.split(/\s+/).filter(Boolean);
  });
}
