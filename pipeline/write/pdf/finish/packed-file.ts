import { type PDFContext, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { compressed, type Deflate } from "./compressed.js";
import { beginWriting, headOf, piecesOfStream, streamPieces, trailerEntries } from "./file-objects.js";
import { serialise } from "./serialise.js";

/** Objects that lie together in a stream: what a reader must unpack to see one of them. */
const together = 1000;

/** What the table says of an object: 1 and its byte in the file, or 2, the number of its stream and its place there (7.5.8.3). */
type Entry = readonly [kind: number, place: number, index: number];

/** An object stream on its way. */
interface Group {
  readonly number: number;
  readonly dictionary: string;
  readonly packing: Uint8Array | Promise<Uint8Array>;
}

/**
 * Write a PDF with all but streams in object streams (ISO 32000-1, 7.5.7 and 7.5.8), in pieces; its end, with the file identifier, is the last. The
 * library's own writer computes the size of everything before it writes, and searches its list through for every object.
 */
export async function* packedFile(
  context: PDFContext,
  deflate: Deflate = compressed,
): AsyncGenerator<Uint8Array> {
  const { objects, numbers, place, add } = beginWriting(context);
  // Object 0 is none.
  const entries: Entry[] = [[0, 0, 0]];
  const packed: [number: number, object: PDFObject][] = [];
  yield* add(headOf(context));
  for (const [index, [, object]] of objects.entries()) {
    const number = index + 1;
    if (object instanceof PDFStream) {
      entries[number] = [1, place(), 0];
      yield* add(piecesOfStream(number, object, numbers));
    } else packed.push([number, object]);
  }
  const groups: Group[] = [];
  for (let first = 0; first < packed.length; first += together) {
    const members = packed.slice(first, first + together);
    const number = objects.length + 1 + first / together;
    const bodies = members.map(([, object]) => `${serialise(object, numbers)}\n`);
    let at = 0;
    const heads = members.map(([member], index) => {
      entries[member] = [2, number, index];
      const head = `${member} ${at} `;
      at += bodies[index]?.length ?? 0;
      return head;
    });
    const head = heads.join("");
    const dictionary = `<</Type/ObjStm/N ${members.length}/First ${head.length}/Filter/FlateDecode>>`;
    groups.push({ number, dictionary, packing: deflate(Buffer.from(head + bodies.join(""), "latin1")) });
  }
  const contents = await Promise.all(groups.map(({ packing }) => packing));
  for (const [index, { number, dictionary }] of groups.entries()) {
    entries[number] = [1, place(), 0];
    yield* add(streamPieces(number, dictionary, contents[index] ?? new Uint8Array()));
  }
  const start = place();
  const number = entries.length;
  const table = tableOf([...entries, [1, start, 0]]);
  const form = `/W[1 ${table.width} 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${table.width + 3}>>`;
  const dictionary = `<</Type/XRef/Size ${number + 1}${trailerEntries(context, numbers)}${form}>>`;
  const end = Buffer.from(`startxref\n${start}\n%%EOF\n`);
  yield Buffer.concat([...streamPieces(number, dictionary, table.bytes), end]);
}

/** Write the table; each row as its difference from the one before it (PNG's predictor Up): most follow from one another. */
function tableOf(entries: readonly Entry[]): { readonly bytes: Uint8Array; readonly width: number } {
  const largest = entries.reduce((most, [, place]) => Math.max(most, place), 0);
  const width = Math.ceil(Math.log2(largest + 1) / 8);
  const length = width + 4;
  const rows = Buffer.alloc(entries.length * length);
  let before = Buffer.alloc(length);
  entries.forEach(([kind, place, index], at) => {
    const row = Buffer.alloc(length);
    row[1] = kind;
    for (let column = width, left = place; column > 0; column--, left = Math.floor(left / 256))
      row[1 + column] = left % 256;
    row[width + 2] = index >> 8;
    row[width + 3] = index;
    rows[at * length] = 2;
    for (let column = 1; column < length; column++)
      rows[at * length + column] = (row[column] ?? 0) - (before[column] ?? 0);
    before = row;
  });
  return { bytes: compressed(rows), width };
}
