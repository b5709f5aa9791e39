import { type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { readIcc } from "../../../printer/icc.js";
import type { PressProfile } from "../../../publication.js";

/** ICC profiles as they are packed: pages and cover are for the same press. */
const packed = new WeakMap<Uint8Array, Uint8Array>();

/** Say for which press, ink and paper the file is made (ISO 32000-1, 14.11.5; ISO 15930-7, 6.2). */
export function addOutputIntent(pdf: PDFDocument, { standard, output }: PressProfile): void {
  if (standard === "none" || !output) return;
  const { context, catalog } = pdf;
  const icc = readIcc(output.icc);
  if (typeof icc === "string") throw new Error("A profile that was loaded has an ICC profile");
  const components = { cmyk: 4, grey: 1, rgb: 3 }[icc.colours];
  const bytes = packed.get(output.icc);
  const stream = bytes
    ? context.stream(bytes, { N: components, Filter: "FlateDecode" })
    : context.flateStream(output.icc, { N: components });
  packed.set(output.icc, stream.getContents());
  const profile = context.register(stream);
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: PDFString.of(output.condition),
    DestOutputProfile: profile,
    Info: PDFHexString.fromText(output.description ?? (icc.description || output.condition)),
    ...(output.registry && { RegistryName: PDFString.of(output.registry) }),
    ...(output.description && { OutputCondition: PDFHexString.fromText(output.description) }),
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}
