/// <reference path="./zlib.d.ts" />
import program from "@zip.js/zip.js/dist/zip-module.wasm";

/** What the program exports, of zlib's own functions; streams and places are addresses in its memory. */
interface Zlib {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(place: number): void;
  deflate_new(): number;
  deflate_init(stream: number, level: number): number;
  /** Returns a code in the highest byte, 1 at the end and negative where it fails, and how many bytes it wrote in the others. */
  deflate_process(
    stream: number,
    from: number,
    count: number,
    to: number,
    room: number,
    flush: number,
  ): number;
  deflate_last_consumed(stream: number): number;
  deflate_end(stream: number): number;
}

const zlib = new WebAssembly.Instance(new WebAssembly.Module(program)).exports as unknown as Zlib;
zlib._initialize();

const level = 9;
const [more, finish] = [0, 4];
/** Bytes that go in and out at a time. */
const portion = 0x10000;

/**
 * Deflate bytes (ISO 32000-1, 7.4.4). Not by node:zlib, which makes other bytes in another release of Node or on another processor; nor by JavaScript,
 * which takes four times as long where it has just been loaded.
 */
export function compressed(bytes: Uint8Array): Uint8Array {
  const [from, to] = [zlib.malloc(portion), zlib.malloc(portion)];
  const stream = zlib.deflate_new();
  const parts: Uint8Array[] = [];
  try {
    let code = zlib.deflate_init(stream, level);
    for (let at = 0; code === 0; at += zlib.deflate_last_consumed(stream)) {
      const part = bytes.subarray(at, at + portion);
      new Uint8Array(zlib.memory.buffer).set(part, from);
      const flush = at + part.length < bytes.length ? more : finish;
      const result = zlib.deflate_process(stream, from, part.length, to, portion, flush);
      code = result >> 24;
      // A copy: the memory is used again.
      parts.push(new Uint8Array(zlib.memory.buffer).slice(to, to + (result & 0xffffff)));
    }
    if (code !== 1) throw new Error(`zlib failed with code ${code}`);
  } finally {
    zlib.deflate_end(stream);
    for (const place of [from, to]) zlib.free(place);
  }
  return Buffer.concat(parts);
}
