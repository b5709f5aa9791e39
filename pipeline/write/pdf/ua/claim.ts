import { type PDFDocument, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "../content/page-content.js";
import { noPause, type Pause } from "../paced.js";
import { checkUa, type Finding } from "./check.js";

const claim =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

/**
 * Write into the metadata that the document follows PDF/UA-1 (clause 5), where it breaks none of the rules that are checked
 * here; where it breaks one, no such thing is claimed. Returns what breaks them.
 */
export async function claimWhereTrue(pdf: PDFDocument, pause: Pause = noPause): Promise<readonly Finding[]> {
  const { catalog, context } = pdf;
  const ref = catalog.get(PDFName.of("Metadata"));
  const metadata = context.lookup(ref);
  if (!(ref instanceof PDFRef) || !(metadata instanceof PDFStream)) return checkUa(pdf, pause);
  const packet = streamText(metadata).replace("</rdf:RDF>", `${claim}\n</rdf:RDF>`);
  const entries = { Type: "Metadata", Subtype: "XML" };
  context.assign(ref, context.stream(Buffer.from(packet, "latin1"), entries));
  const findings = await checkUa(pdf, pause);
  if (findings.length > 0) context.assign(ref, metadata);
  return findings;
}
