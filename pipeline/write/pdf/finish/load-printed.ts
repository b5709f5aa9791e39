import { PDFContext, PDFDocument, PDFHeader, type PDFObject, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import type { Spooled } from "../../../publication.js";
import { objectReader } from "../content/object-reader.js";
import { streamText } from "../content/page-content.js";
import { noPause, type Pause, paced } from "../paced.js";
import { numberOf, toName } from "../values.js";
import { readTable } from "./object-table.js";
import { latin1, readingObjects } from "./read-object.js";

/** What was read of a file into a context. */
export interface PrintedFile {
  readonly trailer: Readonly<Record<"Root" | "Info" | "ID", PDFObject | undefined>>;
  /** In the order in which they lie in the file. */
  readonly objects: readonly (readonly [PDFRef, PDFObject])[];
}

/**
 * Load a PDF as Chromium prints one, or as quoin writes one: each object has its place in one table. The library's own parser feels its way byte by
 * byte, for any file might come, and takes three times as long; it loads what is written otherwise. Large streams stay in the file until they are asked for.
 */
export async function loadPrinted(file: Spooled, pause: Pause = noPause): Promise<PDFDocument> {
  const context = PDFContext.create();
  const printed = await readPrinted(file, context, pause);
  if (!printed)
    return PDFDocument.load(file.read(), {
      updateMetadata: false,
      // Otherwise it stops for a moment after every hundred objects.
      parseSpeed: Number.POSITIVE_INFINITY,
    });
  const [, major, minor] = /^%PDF-(\d)\.(\d)/.exec(latin1(file.read(0, 8))) ?? [];
  context.header = PDFHeader.forVersion(Number(major), Number(minor));
  return documentOf(context, printed.trailer);
}

/** Make a document of a context that holds it all. */
export function documentOf(
  context: PDFContext,
  { Root, Info, ID }: Partial<PrintedFile["trailer"]>,
): PDFDocument {
  context.trailerInfo = { ...(Root && { Root }), ...(Info && { Info }), ...(ID && { ID }) };
  // What the library does with what its parser made; its constructor is not for others.
  return Reflect.construct(PDFDocument, [context, false, false]);
}

/**
 * Read all objects of a PDF that lie where its only table says into a context, where their numbers come after those that it
 * has; undefined where `readTable` finds no such table. Throws where they do not lie there.
 */
export async function readPrinted(
  file: Spooled,
  context: PDFContext,
  pause: Pause = noPause,
): Promise<PrintedFile | undefined> {
  const before = context.largestObjectNumber;
  const reader = objectReader(context, before);
  const read = readingObjects(file, reader);
  const table = readTable(file, { reader, read });
  if (!table) return undefined;
  const { trailer, places, packs, start } = table;
  const objects: (readonly [PDFRef, PDFObject])[] = [];
  const add = (number: number, generation: number, object: PDFObject) => {
    const ref = PDFRef.of(before + number, generation);
    context.assign(ref, object);
    objects.push([ref, object]);
  };
  for await (const [index, { place, number, generation }] of paced(places.entries(), pause, 5000)) {
    const object = read(`${number} ${generation}`, place, places[index + 1]?.place ?? start);
    if (!packs.has(number)) add(number, generation, object);
    else for (const [member, each] of unpacked(object)) add(member, 0, each);
  }
  const entry = (key: string) => trailer.get(toName(key));
  return { trailer: { Root: entry("Root"), Info: entry("Info"), ID: entry("ID") }, objects };

  /** Read the objects that lie in a stream, each with its number (ISO 32000-1, 7.5.7). */
  function* unpacked(stream: PDFObject): Generator<readonly [number: number, object: PDFObject]> {
    if (!(stream instanceof PDFRawStream)) throw new Error("Objects lie in what is no stream");
    const text = streamText(stream);
    const first = numberOf(stream.dict.get(toName("First"))) ?? 0;
    const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
    for (let at = 0; at + 1 < heads.length; at += 2) {
      const [number = 0, place = 0, , next] = heads.slice(at, at + 4);
      reader.open(text.slice(first + place, next === undefined ? text.length : first + next));
      yield [number, reader.read()];
    }
  }
}
