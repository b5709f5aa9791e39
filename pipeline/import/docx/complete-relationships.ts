import { descendants, escapeXml, parseXml } from "../xml.js";

const space = "http://schemas.openxmlformats.org/package/2006/relationships";

/**
 * Add to the relationships of a part those that its XML names and that are not there, each with a target that is not there either: mammoth
 * gives the whole document up for one. Pandoc leaves out those of pictures in notes.
 */
export function completeRelationships(relationships: string, xml: string): string {
  const known = descendants(parseXml(relationships)).filter(({ name }) => name === "Relationship");
  const ids = new Set(known.map(({ attributes }) => attributes.Id));
  const named = new Set([...xml.matchAll(/\sr:(?:embed|id|link)="([^"]+)"/g)].map(([, id = ""]) => id));
  const missing = [...named].filter((id) => !ids.has(id));
  if (missing.length === 0) return relationships;
  const all = [
    ...known.map(({ attributes }) => attributes),
    ...missing.map((id) => ({ Id: id, Type: "missing", Target: `missing-${id}` })),
  ];
  const written = all.map(
    (attributes) =>
      `<Relationship${Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
        .join("")}/>`,
  );
  return `<Relationships xmlns="${space}">${written.join("")}</Relationships>`;
}
