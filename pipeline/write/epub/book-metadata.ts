import type { Element } from "xast";
import type { Certification, Contributor, Metadata } from "../../publication.js";
import type { Accessibility } from "./accessibility.js";
import { x } from "./xml.js";

/** Write the `metadata` of a package document (EPUB 3.3, "Metadata section"); `hasCover` adds the EPUB 2 name that old shelves look for. */
export function bookMetadata(
  metadata: Metadata,
  accessibility: Accessibility,
  hasCover: boolean,
  pageSource?: string,
): Element {
  return x("metadata", { "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, [
    x("dc:identifier", { id: "publication-id" }, metadata.identifier),
    titles(metadata),
    people(metadata.contributors),
    x("dc:language", {}, metadata.language),
    optional("dc:publisher", metadata.publisher),
    optional("dc:date", metadata.date),
    optional("dc:description", metadata.description),
    metadata.subjects.map((subject) => x("dc:subject", {}, subject)),
    optional("dc:rights", metadata.rights),
    metadata.license === undefined ? undefined : property("dcterms:license", metadata.license),
    series(metadata.series),
    property("dcterms:modified", metadata.modified),
    Object.entries(accessibility).flatMap(([name, value]) =>
      [value].flat().map((item: string) => property(`schema:${name}`, item)),
    ),
    conformance(metadata.certification),
    pageSource === undefined ? undefined : property("pageBreakSource", pageSource),
    hasCover ? x("meta", { name: "cover", content: "cover-image" }) : undefined,
  ]);
}

/** Say that the book conforms, and who says so (EPUB Accessibility 1.1, "Conformance reporting"); nothing where nobody does. */
function conformance(certification: Certification | undefined): Element[] {
  if (certification === undefined) return [];
  const { certifier, level, credential, report } = certification;
  const standard = `EPUB Accessibility 1.1 - WCAG 2.2 Level ${level}`;
  return [
    x("meta", { property: "dcterms:conformsTo", id: "conformance" }, standard),
    x("meta", { refines: "#conformance", property: "a11y:certifiedBy", id: "certifier" }, certifier),
    ...(credential === undefined ? [] : [refine("certifier", "a11y:certifierCredential", credential)]),
    ...(report === undefined
      ? []
      : [x("link", { refines: "#certifier", rel: "a11y:certifierReport", href: report })]),
  ];
}

/** Name the edition whose pages are marked (EPUB Accessibility 1.1, "Page source"): there is no other than our own PDF. */
export function pageBreakSource({ title, publisher, date }: Metadata): string {
  return [title, publisher, date, "PDF"].filter(Boolean).join(", ");
}

/** Shelves show the first title alone, so the subtitle is one of its own. */
function titles({ title, subtitle }: Metadata): Element[] {
  if (subtitle === undefined) return [x("dc:title", {}, title)];
  return [
    x("dc:title", { id: "title" }, title),
    refine("title", "title-type", "main"),
    x("dc:title", { id: "subtitle" }, subtitle),
    refine("subtitle", "title-type", "subtitle"),
  ];
}

/** Authors are creators; where a work has none, as a collection has not, those who are named first are. */
function people(contributors: readonly Contributor[]): Element[] {
  const leading = contributors.some(({ role }) => role === "aut") ? "aut" : contributors[0]?.role;
  return contributors.flatMap(({ name, sort, role }, index) => {
    const id = `person-${index + 1}`;
    return [
      x(role === leading ? "dc:creator" : "dc:contributor", { id }, name),
      refine(id, "role", role, "marc:relators"),
      refine(id, "file-as", sort),
    ];
  });
}

function series(of: Metadata["series"]): Element[] {
  if (of === undefined) return [];
  return [
    x("meta", { property: "belongs-to-collection", id: "series" }, of.title),
    refine("series", "collection-type", "series"),
    // A position is whole numbers joined by full stops (EPUB 3.3, `group-position`): "Special issue" is none.
    ...(/^\d+(?:\.\d+)*$/.test(of.number ?? "") ? [refine("series", "group-position", of.number ?? "")] : []),
  ];
}

function refine(id: string, name: string, value: string, scheme?: string): Element {
  return x("meta", { refines: `#${id}`, property: name, scheme }, value);
}

function property(name: string, value: string): Element {
  return x("meta", { property: name }, value);
}

function optional(name: string, value: string | undefined): Element | undefined {
  return value === undefined ? undefined : x(name, {}, value);
}
