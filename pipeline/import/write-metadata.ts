import { stringify } from "yaml";
import { smarten } from "../read/smarten.js";
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
  "rules",
  "front",
  "body",
  "back",
] as const;

/** The reading order of a publication. */
export type ReadingOrder = Readonly<Record<"front" | "body" | "back", readonly string[]>>;

/** Write publication.yaml; what is not known has no key. */
export function writeMetadata(metadata: ImportedMetadata, reading: ReadingOrder): string {
  const all: Readonly<Record<string, unknown>> = { ...typographic(metadata), ...reading };
  const entries = order
    .map((key) => [key, all[key]] as const)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return `# yaml-language-server: $schema=publication.schema.json\n${stringify(Object.fromEntries(entries), { lineWidth: 110 })}`;
}

/** Keys whose values are printed as they are written. */
const printed = [
  "title",
  "subtitle",
  "author",
  "contributors",
  "series",
  "publisher",
  "rights",
  "description",
  "subjects",
  "cover",
] as const;

/** Set the quotation marks of printed values in the way of the language: no step of the build does it in YAML. */
function typographic(metadata: ImportedMetadata): ImportedMetadata {
  const language = metadata.language ?? "en";
  const set = (value: unknown, key = ""): unknown => {
    if (typeof value === "string")
      return /^(?:image|url|sort|role)$/.test(key) ? value : smarten(value, () => language).join("");
    if (Array.isArray(value)) return value.map((item) => set(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, set(item, key)]));
  };
  const changed = printed
    .filter((key) => metadata[key] !== undefined)
    .map((key) => [key, set(metadata[key])]);
  return { ...metadata, ...Object.fromEntries(changed) };
}
