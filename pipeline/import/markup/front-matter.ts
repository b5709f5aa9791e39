import type { z } from "zod";
import { metadataSchema } from "../../metadata/schema.js";
import type { Finding, ImportedMetadata } from "../importer.js";
import { scalars } from "./parse-page.js";

/** Keys that other tools give other names. */
const names: Readonly<Record<string, string>> = {
  lang: "language",
  authors: "author",
  creator: "author",
  abstract: "description",
  summary: "description",
  keywords: "subjects",
  subject: "subjects",
  tags: "subjects",
  copyright: "rights",
};
const taken = [
  "title",
  "subtitle",
  "language",
  "author",
  "date",
  "publisher",
  "rights",
  "description",
  "subjects",
  "doi",
  "isbn",
];

/** Take what a metadata block says into publication.yaml, as far as it has a key there and a value of its kind; all else is told. */
export function takeMetadata(
  matter: Readonly<Record<string, unknown>>,
  file: string,
): { readonly metadata: ImportedMetadata; readonly findings: readonly Finding[] } {
  const shape = metadataSchema.shape as Readonly<Record<string, z.ZodType>>;
  const metadata: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const [key, value] of Object.entries(matter)) {
    const name = names[key] ?? key;
    const plain = name === "author" ? peopleOf(value) : name === "subjects" ? scalars(value) : text(value);
    const result = taken.includes(name) && !(name in metadata) ? shape[name]?.safeParse(plain) : undefined;
    const words = scalars(value).join("; ");
    const from = { file, line: 1, column: 1 };
    if (result?.success) {
      metadata[name] = result.data;
      findings.push({
        rule: "import-metadata-taken",
        reason: `From the metadata: ${key} ${words}`,
        from,
        to: { key: [name] },
        ...lost(value, plain, name),
      });
    } else if (words !== "")
      findings.push({
        rule: "import-metadata-dropped",
        reason: `Left out of the metadata: ${key} ${words}`,
        from,
        dropped: words,
      });
  }
  return { metadata: metadata as ImportedMetadata, findings };
}

/** A person may be a record of name and affiliation: the name is taken. */
function peopleOf(value: unknown): unknown {
  const people = (Array.isArray(value) ? value : [value]).map((one: unknown) =>
    typeof one === "object" && one !== null && "name" in one ? text(one.name) : text(one),
  );
  return people.length === 1 ? people[0] : people;
}

function lost(value: unknown, plain: unknown, name: string): { dropped?: string } {
  const rest = [...scalars(value)];
  // The language is no word of the text.
  if (name !== "language")
    for (const kept of scalars(plain)) if (rest.includes(kept)) rest.splice(rest.indexOf(kept), 1);
  return rest.length > 0 ? { dropped: rest.join("\n") } : {};
}

function text(value: unknown): unknown {
  return typeof value === "number"
    ? String(value)
    : typeof value === "string"
      ? value.replace(/\s+/g, " ").trim()
      : value;
}
