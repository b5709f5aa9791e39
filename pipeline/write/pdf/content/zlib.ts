/// <reference path="./zlib-program.d.ts" />
import program from "@zip.js/zip.js/dist/zip-module.wasm";

/** What the program exports, of zlib's own functions; streams and places are addresses in its memory. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  deflate_new(): number;
  deflate_init(stream: number, level: number): number;
  deflate_process: Process;
  deflate_last_consumed(stream: number): number;
  deflate_end(stream: number): number;
  inflate_new(): number;
  inflate_init(stream: number): number;
  inflate_process: Process;
  inflate_last_consumed(stream: number): number;
  inflate_end(stream: number): number;
}

/** Returns a code in the highest byte, 1 at the end and negative where it fails, and how many bytes it wrote in the others. */
type Process = (
  stream: number,
  from: number,
  count: number,
  to: number,
  room: number,
  flush: number,
) => number;

/** One direction of zlib, for one stream. */
interface Work {
  readonly stream: number;
  readonly process: Process;
  consumed(stream: number): number;
  /** What is said with the last bytes: inflating finds its end by itself. */
  readonly last: number;
}

const zlib = new WebAssembly.Instance(new WebAssembly.Module(program)).exports as unknown as Exports;
zlib._initialize();

/** Bytes that go in and out at a time. */
const portion = 0x10000;
const [input, output] = [zlib.malloc(portion), zlib.malloc(portion)];
const [more, finish] = [0, 4];

/** Deflate bytes, level 0 to 9, into the form of RFC 1950: the same bytes whatever runs it. */
export function deflated(bytes: Uint8Array, level: number): Buffer {
  const stream = zlib.deflate_new();
  try {
    zlib.deflate_init(stream, level);
    return through(bytes, {
      stream,
      process: zlib.deflate_process,
      consumed: zlib.deflate_last_consumed,
      last: finish,
    });
  } finally {
    zlib.deflate_end(stream);
  }
}

/** Inflate bytes. Throws where they are no whole stream of RFC 1950. */
export function inflated(bytes: Uint8Array): Buffer {
  const stream = zlib.inflate_new();
  try {
    zlib.inflate_init(stream);
    return through(bytes, {
      stream,
      process: zlib.inflate_process,
      consumed: zlib.inflate_last_consumed,
      last: more,
    });
  } finally {
    zlib.inflate_end(stream);
  }
}

function through(bytes: Uint8Array, { stream, process, consumed, last }: Work): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0, code = 0; code === 0; ) {
    const part = bytes.subarray(at, at + portion);
    new Uint8Array(zlib.memory.buffer).set(part, input);
    const flush = at + part.length < bytes.length ? more : last;
    const result = process(stream, input, part.length, output, portion, flush);
    const [written, read] = [result & 0xffffff, consumed(stream)];
    code = result >> 24;
    if (code < 0 || (code === 0 && written === 0 && read === 0)) throw new Error(`zlib fails: ${code}`);
    // A copy: the memory is used again.
    parts.push(new Uint8Array(zlib.memory.buffer).slice(output, output + written));
    at += read;
  }
  const [only, ...others] = parts;
  return only && others.length === 0
    ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
    : Buffer.concat(parts);
}
