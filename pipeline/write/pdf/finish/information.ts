import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from "@cantoo/pdf-lib";
import type { Metadata } from "../../../publication.js";
import { toTextString } from "../text-string.js";
import type { Work } from "./work.js";

/** What made the manuscript into a PDF. */
export const creatorTool = "quoin";

/** Write the information dictionary anew; only the producer, Chromium's PDF library, stays (ISO 32000-1, 14.3.3); returns it. */
export function addInformation({ pdf, publication }: Pick<Work, "pdf" | "publication">): PDFDict {
  const { metadata } = publication;
  const date = PDFString.of(toPdfDate(metadata.modified));
  const entries: [key: string, value: PDFObject | undefined][] = [
    ["Title", toTextString(metadata.title)],
    ["Author", text(authorsOf(metadata).join(", "))],
    ["Subject", text(metadata.description)],
    ["Keywords", text(metadata.subjects.join(", "))],
    ["Creator", PDFString.of(creatorTool)],
    ["Producer", text(producerOf(pdf))],
    ["CreationDate", date],
    ["ModDate", date],
  ];
  const information = pdf.context.obj({});
  for (const [key, value] of entries) if (value) information.set(PDFName.of(key), value);
  const old = pdf.context.trailerInfo.Info;
  pdf.context.trailerInfo.Info = pdf.context.register(information);
  if (old && "objectNumber" in old) pdf.context.delete(old as Parameters<typeof pdf.context.delete>[0]);
  return information;
}

/** Name the authors; where there are none, all who had a part. */
export function authorsOf({ contributors }: Metadata): readonly string[] {
  const authors = contributors.filter(({ role }) => role === "aut");
  return (authors.length > 0 ? authors : contributors).map(({ name }) => name);
}

/** Name the library that wrote the PDF, as the information dictionary says: `Skia/PDF m147`. */
export function producerOf(pdf: Work["pdf"]): string | undefined {
  const information = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict);
  const producer = information?.get(PDFName.of("Producer"));
  return producer instanceof PDFString || producer instanceof PDFHexString
    ? producer.decodeText()
    : undefined;
}

function toPdfDate(instant: string): string {
  return `D:${instant.replace(/\D/g, "")}Z`;
}

function text(value: string | undefined): PDFObject | undefined {
  return value ? toTextString(value) : undefined;
}
