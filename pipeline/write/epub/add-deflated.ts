/// <reference path="./jszip-compressed-object.d.ts" />
import { crc32 } from "node:zlib";
import type JSZip from "jszip";
import CompressedObject from "jszip/lib/compressedObject.js";
import { deflated } from "../pdf/content/zlib.js";

const level = 6;
/** Compression method 8 (APPNOTE.TXT, 4.4.5). */
const deflate = { magic: "\x08\0" };
/** What RFC 1950 puts before deflated bytes, and behind them. */
const [head, tail] = [2, 4];

/**
 * Put a file into an archive, deflated by zlib in WebAssembly: JavaScript makes the same bytes of it, in four times the time where it has just
 * been loaded. A file that was there by this name keeps its place.
 */
export function addDeflated(zip: JSZip, name: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  const packed = deflated(bytes, level).subarray(head, -tail);
  const file = new CompressedObject(packed.length, bytes.length, crc32(bytes), deflate, packed);
  // It takes files of other archives so, which its types leave out.
  Reflect.apply(zip.file, zip, [name, file, { createFolders: false }]);
}
