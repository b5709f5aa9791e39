import { crc32 } from "node:zlib";
import { type Library, scoped } from "../../press/colour/vips.js";
import type { Picture } from "./picture.js";

/** Colours that the palette of a PNG holds. */
export const most = 256;

/** Where the kind of its colours stands in a PNG, where its header ends, and the kind that is a palette (PNG, 11.2.1). */
const [kindAt, headEnd, palette] = [25, 33, 3];

/** Rows as they are: filters are for photographs. */
const packing = { compression: 2, filter: "none", keep: "none" } as const;

/**
 * Write pixels of few colours as a PNG: a number for each pixel, three bytes for each colour. The library writes greys; what they
 * mean is put in between. Packed by a library, as PDFs are: the bytes of Node's own may be others in another release.
 */
export function toPng(vips: Library, width: number, pixels: Uint8Array, colours: Uint8Array): Picture {
  const greys = scoped((keep) =>
    keep(
      vips.Image.newFromMemory(pixels, width, pixels.length / width, 1, vips.BandFormat.uchar),
    ).writeToBuffer(".png", packing),
  );
  const head = Buffer.from(greys.subarray(0, headEnd));
  head[kindAt] = palette;
  seal(head.subarray(headEnd - 25));
  const bytes = Buffer.concat([head, chunk("PLTE", colours), greys.subarray(headEnd)]);
  return { mediaType: "image/png", bytes };
}

/** Its length, its name, itself, and their checksum (PNG, 5.3). */
function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, "latin1");
  bytes.set(data, 8);
  seal(bytes);
  return bytes;
}

/** Write the checksum of a chunk at its end. */
function seal(bytes: Buffer): void {
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
}
