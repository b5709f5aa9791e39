import type { Nodes } from "mdast";
import type { ImportedMetadata } from "./importer.js";

/** A run of letters and digits; scripts that are written without spaces count by the character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu;

/** Count the words of a text, whatever their case and form (a superscript 2 is a 2), in no order: notes and captions move. */
export function countWords(text: string, counts: Map<string, number> = new Map()): Map<string, number> {
  // A note's number stands against its word: it is a word of its own.
  const apart = text.replaceAll("\u00ad", "").replace(/[⁰¹²³⁴-⁹]+/g, " $& ");
  const plain = apart.normalize("NFKC").toLowerCase();
  for (const [found] of plain.matchAll(word)) counts.set(found, (counts.get(found) ?? 0) + 1);
  return counts;
}

/** Write all that a tree prints, blocks and pieces apart by line ends, so that no two words run together. */
export function printedText(node: Nodes): string {
  if (node.data?.printed !== undefined) return node.data.printed;
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
    case "inlineMath":
    case "math":
      return node.value;
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "html":
      return node.value.replace(/<!--.*?-->|<[^>]*>/gs, " ");
    case "break":
      return "\n";
    case "listItem":
      return `${node.data?.label ?? ""}\n${node.children.map(printedText).join("\n")}`;
    case "footnoteReference":
      return printedLabel(node.identifier, node.data?.label);
    case "footnoteDefinition":
      return `${printedLabel(node.identifier, node.data?.label)}\n${node.children.map(printedText).join("\n")}`;
    case "containerDirective":
    case "leafDirective": {
      // An address or a size is no text, and neither is an id.
      const { credit, by, role } = node.attributes ?? {};
      return [...node.children.map(printedText), credit ?? "", by ?? "", role ?? ""].join("\n");
    }
    default:
      return "children" in node ? node.children.map(printedText).join(isInline(node) ? "" : "\n") : "";
  }
}

/** A label of digits is the number that the original printed; any other is a name that no reader sees. */
function printedLabel(label: string, printed = /^\d+$/.test(label) ? label : ""): string {
  return ` ${printed} `;
}

function isInline({ type }: Nodes): boolean {
  return ["paragraph", "heading", "emphasis", "strong", "delete", "link", "tableCell"].includes(type);
}

/** Write all text of publication.yaml that came from the original. */
export function metadataText(metadata: ImportedMetadata): string {
  const { author, contributors = [], series, subjects, cover, title, subtitle, date } = metadata;
  const { publisher, rights, description, isbn, doi } = metadata;
  const people = contributors.flatMap(({ name, credit, biography }) => [name, credit, biography]);
  const inSeries = typeof series === "object" ? [series.title, series.number, series.note] : [series];
  const onCover = typeof cover === "object" ? [cover.alt, cover.caption, cover.credit] : [];
  return [title, subtitle, date, publisher, rights, description, isbn, doi]
    .concat([author ?? []].flat(), people, inSeries, [subjects ?? []].flat(), onCover)
    .filter((text) => text !== undefined)
    .join("\n");
}
