import { PDFDict, PDFRawStream } from "@cantoo/pdf-lib";
import type { Spooled } from "../../../publication.js";
import type { ObjectReader } from "../content/object-reader.js";
import { inflated } from "../content/zlib.js";
import { dictOf, get, listOf, nameOf, numberOf, toName } from "../values.js";
import { latin1, type ReadObject } from "./read-object.js";

/** Where an object lies in a file. */
export interface Place {
  readonly place: number;
  readonly number: number;
  readonly generation: number;
}

/** What the table of a file says. */
export interface ObjectTable {
  readonly trailer: PDFDict;
  /** In the order of their places. */
  readonly places: readonly Place[];
  /** Numbers of the streams in which the others lie (ISO 32000-1, 7.5.7). */
  readonly packs: ReadonlySet<number>;
  /** Where the table begins, and all objects end. */
  readonly start: number;
}

/** What the table is read with. */
interface Reading {
  readonly reader: ObjectReader;
  readonly read: ReadObject;
}

/** Read the only table of a file; undefined where it has none of the two forms that a browser and quoin write, is encrypted, or was added to. */
export function readTable(file: Spooled, reading: Reading): ObjectTable | undefined {
  const end = latin1(file.read(Math.max(0, file.size - 64)));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN);
  if (Number.isNaN(start) || start > file.size) return undefined;
  const table = latin1(file.read(start, Math.min(file.size, start + 32))).startsWith("xref")
    ? plainTable(file, start, reading)
    : packedTable(file, start, reading);
  if (!table || ["Encrypt", "Prev"].some((key) => table.trailer.has(toName(key)))) return undefined;
  return { ...table, places: table.places.toSorted((one, other) => one.place - other.place) };
}

/** ISO 32000-1, 7.5.4. */
function plainTable(file: Spooled, start: number, { reader }: Reading): ObjectTable | undefined {
  const table = latin1(file.read(start));
  const [opening = "", count = ""] = /^xref\n0 (\d+)\n/.exec(table) ?? [];
  const end = opening.length + 20 * Number(count);
  if (opening === "" || !table.startsWith("trailer", end)) return undefined;
  reader.open(table.slice(end + "trailer".length));
  const trailer = reader.read();
  if (!(trailer instanceof PDFDict)) return undefined;
  const places: Place[] = [];
  for (let at = opening.length, number = 0; at < end; at += 20, number++) {
    // Of what is free, there is nothing.
    if (table.charAt(at + 17) !== "n") continue;
    const generation = Number(table.slice(at + 11, at + 16));
    places.push({ place: Number(table.slice(at, at + 10)), number, generation });
  }
  return { trailer, places, packs: new Set(), start };
}

/** ISO 32000-1, 7.5.8. */
function packedTable(file: Spooled, start: number, { read }: Reading): ObjectTable | undefined {
  const [name] = /^\d+ \d+(?= obj)/.exec(latin1(file.read(start, Math.min(file.size, start + 32)))) ?? [];
  if (name === undefined) return undefined;
  const stream = read(name, start, file.size);
  if (!(stream instanceof PDFRawStream)) return undefined;
  const trailer = stream.dict;
  const widths = listOf(trailer, "W").map((width) => numberOf(width) ?? 0);
  const [kindWidth = 0, placeWidth = 0, indexWidth = 0] = widths;
  if (kindWidth !== 1 || trailer.has(toName("Index"))) return undefined;
  const length = kindWidth + placeWidth + indexWidth;
  const rows = unpredicted(stream, length);
  if (!rows) return undefined;
  const places: Place[] = [];
  const packs = new Set<number>();
  for (let at = 0, number = 0; at + length <= rows.length; at += length, number++) {
    const kind = rows[at];
    const place = numberAt(rows, at + kindWidth, placeWidth);
    if (kind === 2) packs.add(place);
    // The table is no object of the document.
    if (kind !== 1 || place === start) continue;
    places.push({ place, number, generation: numberAt(rows, at + kindWidth + placeWidth, indexWidth) });
  }
  return { trailer, places, packs, start };
}

/** Unpack rows of bytes that are each written as its difference from the one before it (PNG's predictor Up; 7.4.4.4); undefined where they are packed otherwise. */
function unpredicted({ dict, contents }: PDFRawStream, length: number): Uint8Array | undefined {
  const parameters = dictOf(dict, "DecodeParms");
  const isUp =
    numberOf(get(parameters, "Predictor")) === 12 && numberOf(get(parameters, "Columns")) === length;
  if (!isUp || nameOf(get(dict, "Filter")) !== "FlateDecode") return undefined;
  const packed = inflated(contents);
  const rows = new Uint8Array((packed.length / (length + 1)) * length);
  for (let from = 0, to = 0; from < packed.length; from += length + 1, to += length) {
    if (packed[from] !== 2) return undefined;
    for (let at = 0; at < length; at++)
      rows[to + at] = (packed[from + 1 + at] ?? 0) + (rows[to + at - length] ?? 0);
  }
  return rows;
}

function numberAt(bytes: Uint8Array, from: number, width: number): number {
  return bytes.subarray(from, from + width).reduce((sum, byte) => sum * 256 + byte, 0);
}
