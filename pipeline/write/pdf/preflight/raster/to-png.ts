import { crc32 } from "node:zlib";
import { deflated } from "../../content/zlib.js";
import type { Picture } from "./picture.js";

/** Colours that the palette of a PNG holds. */
export const most = 256;

/** The first bytes of every PNG (PNG, 5.2), and what its header says of its pixels: they are colours, or number them (11.2.1). */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [trueColour, palette] = [2, 3];

/** One level less makes pictures larger by a twenty-fifth, in nearly the same time. */
const level = 3;

/** Pixels of few colours as a PNG holds them: a number for each pixel, packed. */
export interface PackedPixels {
  readonly width: number;
  readonly height: number;
  /** Bits of a pixel. */
  readonly depth: 4 | 8;
  readonly packed: Uint8Array;
}

/**
 * Pack pixels that number so many colours, row by row as they are: filters are for photographs. Packed by a library, as PDFs are:
 * the bytes of Node's own may be others in another release.
 */
export function pack(width: number, pixels: Uint8Array, colours: number): PackedPixels {
  const height = pixels.length / width;
  const depth = colours <= 16 ? 4 : 8;
  // Before each row stands the number of its filter, of which none is 0 (PNG, 9.2).
  const row = Math.ceil((width * depth) / 8) + 1;
  const rows = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * width, y * row + 1];
    if (depth === 8) rows.set(pixels.subarray(from, from + width), to);
    else {
      for (let x = 0; x < width - 1; x += 2)
        rows[to + (x >> 1)] = ((pixels[from + x] ?? 0) << 4) | (pixels[from + x + 1] ?? 0);
      if (width % 2 === 1) rows[to + (width >> 1)] = (pixels[from + width - 1] ?? 0) << 4;
    }
  }
  return { width, height, depth, packed: deflated(rows, level) };
}

/** Make a PNG of packed pixels and three bytes for each of their colours. */
export function toPng({ width, height, depth, packed }: PackedPixels, colours: Uint8Array): Picture {
  return written(headerOf(width, height, depth, palette), chunk("PLTE", colours), chunk("IDAT", packed));
}

/** Make a PNG of three bytes for each pixel. */
export function toTruePng(width: number, pixels: Uint8Array): Picture {
  const [row, height] = [3 * width, pixels.length / width / 3];
  const rows = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return written(headerOf(width, height, 8, trueColour), chunk("IDAT", deflated(rows, level)));
}

function headerOf(width: number, height: number, depth: number, kind: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, kind], 8);
  return chunk("IHDR", header);
}

function written(...chunks: readonly Buffer[]): Picture {
  const bytes = Buffer.concat([signature, ...chunks, chunk("IEND", new Uint8Array())]);
  return { mediaType: "image/png", bytes };
}

/** Its length, its name, itself, and their checksum (PNG, 5.3). */
function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
  return bytes;
}
