import JSZip from "jszip";

/** Parts of a Word document: what stands between the tags that all have. */
export interface DocxParts {
  /** Inside `w:body`. */
  readonly body: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly core?: string;
  /** Further relationships of the document: `<Relationship …/>`. */
  readonly relationships?: string;
  /** Other entries, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"`;
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const headings = [1, 2, 3]
  .map((n) => `<w:style w:type="paragraph" w:styleId="H${n}"><w:name w:val="heading ${n}"/></w:style>`)
  .join("");
const named = ["Title", "Subtitle", "Caption", "Quote", "TOC1"]
  .map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name.replace("1", " 1")}"/></w:style>`,
  )
  .join("");

/** Write a small Word document (.docx) with the styles H1 to H3, Title, Subtitle, Caption, Quote and TOC1. */
export async function docx(parts: DocxParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const relationships = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const inner = [relation("s", "styles", "styles.xml")];
  zip.file("word/document.xml", `<w:document ${spaces}><w:body>${parts.body}</w:body></w:document>`);
  zip.file("word/styles.xml", `<w:styles ${spaces}>${headings}${named}${parts.styles ?? ""}</w:styles>`);
  for (const kind of ["footnotes", "comments", "numbering"] as const) {
    const content = parts[kind];
    if (content === undefined) continue;
    zip.file(`word/${kind}.xml`, `<w:${kind} ${spaces}>${content}</w:${kind}>`);
    inner.push(relation(kind, kind, `${kind}.xml`));
  }
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  const core = relation("c", "metadata/core-properties", "docProps/core.xml");
  zip.file(
    "_rels/.rels",
    relationships(relation("d", "officeDocument", "word/document.xml") + (parts.core ? core : "")),
  );
  if (parts.core)
    zip.file(
      "docProps/core.xml",
      `<cp:coreProperties xmlns:cp="cp" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`,
    );
  zip.file("word/_rels/document.xml.rels", relationships(inner.join("") + (parts.relationships ?? "")));
  for (const [path, content] of Object.entries(parts.files ?? {})) zip.file(path, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** A run of text; `format` is what stands in `w:rPr`. */
export function run(text: string, format = ""): string {
  return `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of plain text. */
export function p(content: string, style?: string): string {
  const properties = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${content.startsWith("<") ? content : run(content)}</w:p>`;
}

/** A table of rows of cells; `head` marks the first row. */
export function tbl(rows: readonly (readonly string[])[], head = ""): string {
  return `<w:tbl>${rows
    .map(
      (row, i) => `<w:tr>${i === 0 ? head : ""}${row.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`,
    )
    .join("")}</w:tbl>`;
}

/** A picture by the id of its relationship. */
export function picture(id: string, alt = ""): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
