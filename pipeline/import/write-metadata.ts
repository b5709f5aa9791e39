import { stringify } from "yaml";
import type { ImportedMetadata } from "./importer.js";

/** In the order in which docs/publication.md explains them. */
const order = [
  "title",
  "subtitle",
  "language",
  "author",
  "contributors",
  "date",
  "modified",
  "publisher",
  "series",
  "identifier",
  "isbn",
  "doi",
  "rights",
  "license",
  "description",
  "subjects",
  "cover",
  "theme",
  "trim",
  "notes",
  "chapters",
  "front",
  "body",
  "back",
] as const;

/** The reading order of a publication. */
export type ReadingOrder = Readonly<Record<"front" | "body" | "back", readonly string[]>>;

/** Write publication.yaml; what is not known has no key. */
export function writeMetadata(metadata: ImportedMetadata, reading: ReadingOrder): string {
  const all: Readonly<Record<string, unknown>> = { ...metadata, ...reading };
  const entries = order
    .map((key) => [key, all[key]] as const)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return `# yaml-language-server: $schema=publication.schema.json\n${stringify(Object.fromEntries(entries), { lineWidth: 110 })}`;
}
