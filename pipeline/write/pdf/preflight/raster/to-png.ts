import { crc32 } from "node:zlib";
import { zlibSync } from "fflate";
import type { Picture } from "./picture.js";

/** Colours that the palette of a PNG holds. */
export const most = 256;

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Eight bits a pixel, by a palette; the usual packing, filters and no interlacing (PNG, 11.2.1). */
const form = [8, 3, 0, 0, 0];

/**
 * Write pixels of few colours as a PNG: a number for each pixel, three bytes for each colour. Packed by a library, as PDFs are:
 * the bytes of Node's own may be others in another release.
 */
export function toPng(width: number, pixels: Uint8Array | Uint32Array, palette: Uint8Array): Picture {
  const height = pixels.length / width;
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(form, 8);
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", palette),
    // The first level packs in half the time, a fifteenth larger.
    chunk("IDAT", zlibSync(rows, { level: 1 })),
    chunk("IEND", new Uint8Array()),
  ];
  return { mediaType: "image/png", bytes: Buffer.concat([signature, ...chunks]) };
}

/** Its length, its name, itself, and their checksum (PNG, 5.3). */
function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
