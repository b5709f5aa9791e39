import {
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { type ObjectReader, objectReader } from "../content/object-reader.js";
import { noPause, type Pause, paced } from "../paced.js";
import { toName } from "../values.js";

/** Bytes in which the dictionary of a stream ends, mostly; what is longer is read whole. */
const head = 2048;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** What was read of a file into a context. */
export interface PrintedFile {
  readonly trailer: Readonly<Record<"Root" | "Info", PDFObject | undefined>>;
  /** In the order in which they lie in the file. */
  readonly objects: readonly (readonly [PDFRef, PDFObject])[];
}

/**
 * Load a PDF as Chromium prints one: each object has its place in one table. The library's own parser feels its way byte by byte, for any file might
 * come, and takes three times as long; it loads what is written otherwise. Streams are views of the bytes.
 */
export async function loadPrinted(bytes: Uint8Array, pause: Pause = noPause): Promise<PDFDocument> {
  const context = PDFContext.create();
  const printed = await readPrinted(bytes, context, pause);
  if (printed) return documentOf(context, printed.trailer);
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    // Otherwise it stops for a moment after every hundred objects.
    parseSpeed: Number.POSITIVE_INFINITY,
  });
}

/** Make a document of a context that holds it all. */
export function documentOf(
  context: PDFContext,
  { Root, Info }: Partial<PrintedFile["trailer"]>,
): PDFDocument {
  context.trailerInfo = { ...(Root && { Root }), ...(Info && { Info }) };
  // What the library does with what its parser made; its constructor is not for others.
  return Reflect.construct(PDFDocument, [context, false, false]);
}

/**
 * Read all objects of a PDF that lie where its only table says (ISO 32000-1, 7.5.4) into a context, where their numbers come after those that it
 * has; undefined where the file has no such table, or is encrypted. Throws where they do not lie there.
 */
export async function readPrinted(
  bytes: Uint8Array,
  context: PDFContext,
  pause: Pause = noPause,
): Promise<PrintedFile | undefined> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(
    file.toString("latin1", Math.max(0, file.length - 64)),
  )?.[1];
  if (start === undefined) return undefined;
  const table = file.toString("latin1", Number(start));
  const [opening = "", count = ""] = /^xref\n0 (\d+)\n/.exec(table) ?? [];
  const end = opening.length + 20 * Number(count);
  if (opening === "" || !table.startsWith("trailer", end)) return undefined;
  const before = context.largestObjectNumber;
  const reader = objectReader(context, before);
  reader.open(table.slice(end + "trailer".length));
  const trailer = reader.read();
  if (!(trailer instanceof PDFDict) || ["Encrypt", "Prev"].some((key) => trailer.has(toName(key))))
    return undefined;

  const places: { readonly place: number; readonly number: number; readonly generation: number }[] = [];
  for (let at = opening.length, number = 0; at < end; at += 20, number++) {
    // Of what is free, there is nothing.
    if (table.charAt(at + 17) !== "n") continue;
    const generation = Number(table.slice(at + 11, at + 16));
    places.push({ place: Number(table.slice(at, at + 10)), number, generation });
  }
  places.sort((one, other) => one.place - other.place);
  const objects: (readonly [PDFRef, PDFObject])[] = [];
  for await (const [index, { place, number, generation }] of paced(places.entries(), pause, 5000)) {
    const next = places[index + 1]?.place ?? Number(start);
    const ref = PDFRef.of(before + number, generation);
    const object = readObject(file.subarray(place, next), `${number} ${generation}`, reader);
    context.assign(ref, object);
    objects.push([ref, object]);
  }
  return { trailer: { Root: trailer.get(toName("Root")), Info: trailer.get(toName("Info")) }, objects };
}

function readObject(bytes: Buffer, name: string, reader: ObjectReader): PDFObject {
  const read = (length: number): PDFObject => {
    reader.open(bytes.toString("latin1", 0, length));
    if (!reader.follows(`${name} obj`)) throw new Error(`The object ${name} is not where the table says`);
    return reader.read();
  };
  const readHead = () => {
    try {
      return read(head);
    } catch (error) {
      if (bytes.length <= head) throw error;
      return undefined;
    }
  };
  let object = readHead();
  // So near to the end, one cannot see whether a stream follows.
  if (!object || (bytes.length > head && reader.place() > head - 16)) object = read(bytes.length);
  if (!(object instanceof PDFDict) || !reader.follows("stream")) return object;
  const length = object.get(toName("Length"));
  if (!(length instanceof PDFNumber)) throw new Error(`The stream ${name} does not say how long it is`);
  let from = reader.place();
  if (bytes[from] === carriageReturn) from++;
  if (bytes[from] === lineFeed) from++;
  return PDFRawStream.of(object, bytes.subarray(from, from + length.asNumber()));
}
