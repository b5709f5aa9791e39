import { type PDFContext, PDFStream } from "@cantoo/pdf-lib";
import { beginWriting, headOf, objectBytes, piecesOfStream, trailerEntries } from "./file-objects.js";
import { serialise } from "./serialise.js";

/** Write a PDF with each object in its place and one table of all (ISO 32000-1, 7.5.4), in pieces; its end, with the file identifier, is the last. */
export function* plainFile(context: PDFContext): Generator<Uint8Array> {
  const { objects, numbers, place, add } = beginWriting(context);
  const places: number[] = [];
  yield* add(headOf(context));
  for (const [index, [, object]] of objects.entries()) {
    places.push(place());
    yield* add(
      object instanceof PDFStream
        ? piecesOfStream(index + 1, object, numbers)
        : [objectBytes(index + 1, serialise(object, numbers))],
    );
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<</Size ${count}${trailerEntries(context, numbers)}>>\n`;
  yield Buffer.from(`${table}${trailer}startxref\n${place()}\n%%EOF\n`, "latin1");
}
