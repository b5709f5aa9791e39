import { canonicalLanguage } from "../../metadata/language.js";
import type { Finding, ImportedMetadata } from "../importer.js";
import { peopleOf } from "../text/names.js";
import { childOf, elements, parseXml, textOf } from "../xml.js";

/** Read the document's properties (docProps/core.xml): what they say goes into publication.yaml, and is listed. */
export function readProperties(
  text: string,
  file: string,
): { readonly metadata: ImportedMetadata; readonly findings: readonly Finding[] } {
  const [core] = elements(parseXml(text));
  const value = (name: string) => textOf(childOf(core, name)).replace(/\s+/g, " ").trim() || undefined;
  const [title, description] = [value("dc:title"), value("dc:description")];
  const authors = split(value("dc:creator"), /\s*;\s*/).flatMap(peopleOf);
  const subjects = [
    ...new Set([...split(value("dc:subject"), /\s*;\s*/), ...split(value("cp:keywords"), /\s*[;,]\s*/)]),
  ];
  const language = canonicalLanguage(value("dc:language") ?? "");
  const metadata: ImportedMetadata = {
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { author: authors.length === 1 ? String(authors[0]) : authors }),
    ...(description !== undefined && { description }),
    ...(subjects.length > 0 && { subjects }),
    ...(language !== undefined && { language }),
  };
  return { metadata, findings: taken(metadata, file) };
}

/** One finding a value; languages are no words of the text. */
function taken(metadata: ImportedMetadata, file: string): Finding[] {
  return Object.entries(metadata).map(([key, value]) => {
    const words = [value].flat().join("; ");
    return {
      rule: "import-metadata-taken",
      reason: `From the document's properties: ${key} ${words}`,
      from: { file, part: "properties" },
      to: { key: [key] },
      ...(key !== "language" && { added: words }),
    };
  });
}

function split(text: string | undefined, at: RegExp): string[] {
  return (text?.split(at) ?? []).filter((piece) => piece !== "");
}
