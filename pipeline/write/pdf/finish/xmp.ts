import { PDFName } from "@cantoo/pdf-lib";
import type { Metadata } from "../../../publication.js";
import { authorsOf, creatorTool, producerOf } from "./information.js";
import type { Work } from "./work.js";

/** Embed the metadata as XMP, uncompressed so that any program finds it (ISO 16684-1; ISO 32000-1, 14.3.2). */
export function addXmp(work: Work): void {
  embedXmp(work.pdf, toXmp(work.publication.metadata, producerOf(work.pdf)));
}

/** Embed an XMP packet. */
export function embedXmp(pdf: Work["pdf"], packet: string): void {
  const stream = pdf.context.stream(new TextEncoder().encode(packet), { Type: "Metadata", Subtype: "XML" });
  pdf.catalog.set(PDFName.of("Metadata"), pdf.context.register(stream));
}

/**
 * Write metadata as an XMP packet: Dublin Core, rights, PRISM 2.0 for what citing programs look for, and further simple properties by
 * their qualified names.
 */
export function toXmp(
  metadata: Metadata,
  producer: string | undefined,
  further: Readonly<Record<string, string>> = {},
): string {
  const { title, language, modified, publisher, identifier, rights, license, description, subjects, date } =
    metadata;
  const { doi, isbn, series, subtitle } = metadata;
  const isAddress = /^https?:/.test(license ?? "");
  const properties = [
    simple("dc:format", "application/pdf"),
    translated("dc:title", title),
    list("dc:creator", "Seq", authorsOf(metadata)),
    translated("dc:description", description),
    list("dc:subject", "Bag", subjects),
    list("dc:publisher", "Bag", publisher ? [publisher] : []),
    list("dc:language", "Bag", [language]),
    list("dc:date", "Seq", date ? [date] : []),
    simple("dc:identifier", identifier),
    translated("dc:rights", rights),
    simple("xmpRights:Marked", rights || license ? "True" : undefined),
    simple("xmpRights:WebStatement", isAddress ? license : undefined),
    translated("xmpRights:UsageTerms", isAddress ? undefined : license),
    simple("prism:doi", doi),
    simple("prism:url", doi ? `https://doi.org/${doi}` : undefined),
    simple("prism:isbn", isbn),
    simple("prism:publicationDate", date),
    simple("prism:subtitle", subtitle),
    simple("prism:publicationName", series?.title),
    simple("prism:number", series?.number),
    simple("xmp:CreatorTool", creatorTool),
    simple("xmp:CreateDate", modified),
    simple("xmp:ModifyDate", modified),
    simple("xmp:MetadataDate", modified),
    simple("pdf:Producer", producer),
    simple("pdf:Keywords", subjects.join(", ")),
    ...Object.entries(further).map(([name, value]) => simple(name, value)),
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ${namespaces}>
${properties.filter(Boolean).join("\n")}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const namespaces = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
  'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"',
  'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
  'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
].join(" ");

function simple(name: string, value: string | undefined): string {
  return value ? `<${name}>${escapeXml(value)}</${name}>` : "";
}

function translated(name: string, value: string | undefined): string {
  return value
    ? `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${name}>`
    : "";
}

function list(name: string, kind: "Bag" | "Seq", values: readonly string[]): string {
  const items = values.map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`).join("");
  return items && `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
