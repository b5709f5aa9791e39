import { crc32 } from "node:zlib";
import type { Image } from "../publication.js";

const cut = "its end is missing";

type Raster = Exclude<Image["mediaType"], "image/svg+xml">;

/**
 * Say what is wrong with an image file that its head does not tell; undefined where it is whole.
 *
 * A browser shows what it has of half a picture, or black, and complains to nobody.
 */
export function flawOfImage(bytes: Uint8Array, mediaType: Raster): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return flaws[mediaType](view);
  } catch (error) {
    // The file says that more follows than it has.
    if (error instanceof RangeError) return cut;
    throw error;
  }
}

const flaws: Readonly<Record<Raster, (bytes: Buffer) => string | undefined>> = {
  "image/gif": flawOfGif,
  "image/jpeg": flawOfJpeg,
  "image/png": flawOfPng,
  "image/webp": (bytes) => (bytes.readUInt32LE(4) + 8 > bytes.length ? cut : undefined),
};

/** Follow the chunks to the last one; those that hold the picture bear a checksum (PNG, 5.3). */
function flawOfPng(bytes: Buffer): string | undefined {
  for (let at = 8; ; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const sum = bytes.readUInt32BE(end);
    if (/^(?:IHDR|PLTE|IDAT)$/.test(type) && crc32(bytes.subarray(at + 4, end)) !== sum)
      return "a part of it is damaged";
    if (type === "IEND") return undefined;
    at = end + 4;
  }
}

/**
 * Follow the markers to the end of the image (ITU-T T.81, B.1.1); what a segment holds, the preview of a camera, say, has an
 * end of its own, and what follows the image is no part of it.
 */
function flawOfJpeg(bytes: Buffer): string | undefined {
  for (let at = bytes.indexOf(0xff, 2); at >= 0; at = bytes.indexOf(0xff, at)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9) return undefined;
    if (marker === 0xff) at += 1;
    // In the middle of a scan: a byte of the picture, or a restart, which have no segment.
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return cut;
}

/** Follow the blocks (GIF89a, appendix B); not every program writes the trailer. */
function flawOfGif(bytes: Buffer): string | undefined {
  const tableAt = (at: number) => (bytes.readUInt8(at) & 0x80 ? 3 << ((bytes.readUInt8(at) & 7) + 1) : 0);
  let pictures = 0;
  for (let at = 13 + tableAt(10); at < bytes.length; ) {
    const kind = bytes.readUInt8(at);
    if (kind !== 0x21 && kind !== 0x2c) break;
    at += kind === 0x21 ? 2 : 11 + tableAt(at + 9);
    for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += size + 1;
    at += 1;
    if (kind === 0x2c) pictures += 1;
  }
  return pictures > 0 ? undefined : cut;
}
