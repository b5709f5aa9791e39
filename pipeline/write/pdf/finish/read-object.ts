import { PDFDict, PDFNumber, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import type { Spooled } from "../../../publication.js";
import { readingAhead } from "../../../spooled.js";
import type { ObjectReader } from "../content/object-reader.js";
import { streamOfFile } from "../stream-of-file.js";
import { toName } from "../values.js";

/** Bytes in which the dictionary of a stream ends, mostly; what is longer is read whole. */
const head = 2048;
/** Bytes from which on an object is read in part, and its stream stays where it is: those of pictures. */
const large = 65_536;
/** Bytes that are read at once, where objects are smaller. */
const piece = 4_000_000;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Reads the object that lies from `place` to before `next`, which is called `4 0`. Throws where there is none. */
export type ReadObject = (name: string, place: number, next: number) => PDFObject;

/** Read the objects of a file (ISO 32000-1, 7.3.10), best in their order; large streams stay in it until they are asked for. */
export function readingObjects(file: Spooled, reader: ObjectReader): ReadObject {
  const stretch = readingAhead(file, piece);
  return (name, place, next) => {
    const size = next - place;
    const read = (length: number): PDFObject => {
      reader.open(latin1(stretch(place, place + length)));
      if (!reader.follows(`${name} obj`)) throw new Error(`The object ${name} is not where the table says`);
      return reader.read();
    };
    const readHead = () => {
      try {
        return read(Math.min(head, size));
      } catch (error) {
        if (size <= head) throw error;
        return undefined;
      }
    };
    let object = readHead();
    // So near to the end, one cannot see whether a stream follows.
    if (!object || (size > head && reader.place() > head - 16)) object = read(size);
    if (!(object instanceof PDFDict) || !reader.follows("stream")) return object;
    const length = object.get(toName("Length"));
    if (!(length instanceof PDFNumber)) throw new Error(`The stream ${name} does not say how long it is`);
    let from = place + reader.place();
    const [first, second] = stretch(from, Math.min(from + 2, next));
    if (first === carriageReturn) from++;
    if ((first === carriageReturn ? second : first) === lineFeed) from++;
    const to = from + length.asNumber();
    if (size > large) return streamOfFile(object, file, from, to);
    // Its own: a part would keep the pictures in memory that lie beside it.
    return PDFRawStream.of(object, new Uint8Array(stretch(from, to)));
  };
}

/** Make a text of bytes, one character each. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
