/** A JPEG for position only: as large as another, with its profile, and nothing to be seen in it. */
import { imageSize } from "image-size";

/** What a JPEG says of itself before its first scan (ITU-T T.81, B.2). */
interface Head {
  /** Segments of applications, as they are: a colour profile is one of them. */
  readonly applications: readonly Buffer[];
  /** The frame's parameters, without marker and length. */
  readonly frame: Buffer;
}

/** What the comment begins with that names the picture; the picture's own name follows. */
const label = "quoin, for position only: ";

const marker = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  quantization: 0xdb,
  huffman: 0xc4,
  comment: 0xfe,
  baseline: 0xc0,
};

/** Baseline, extended and progressive frames: those whose data browsers print as they are. */
const frames = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Make a JPEG to be set in the place of another, under whose name it is found again; undefined of what no browser prints as it is: a file that is no JPEG of eight bits in grey
 * or YCbCr, or that is to be turned. Its pixels are grey, two bits for 64 of them.
 */
export function positionOnly(jpeg: Uint8Array, name: string): Buffer | undefined {
  const head = headOf(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength));
  const blocks = head && blocksOf(head.frame);
  if (!head || blocks === undefined) return undefined;
  const { frame, applications } = head;
  const components = frame.readUInt8(5);
  // All components by the first tables: of each only the number and how it is sampled matters.
  const parameters = Buffer.from(frame);
  for (let at = 0; at < components; at++) parameters.writeUInt8(0, 8 + 3 * at);
  const ids = Array.from({ length: components }, (_, at) => [frame.readUInt8(6 + 3 * at), 0]).flat();
  const quantization = Buffer.alloc(65, 1).fill(0, 0, 1);
  // One code of one bit each: no difference, and nothing more in the block.
  const huffman = (kind: number) => Buffer.from([kind, 1, ...Array(15).fill(0), 0]);
  const position = Buffer.concat([
    Buffer.from([0xff, marker.start]),
    segment(marker.comment, Buffer.from(label + name)),
    ...applications,
    segment(marker.quantization, quantization),
    segment(marker.baseline, parameters),
    segment(marker.huffman, huffman(0)),
    segment(marker.huffman, huffman(0x10)),
    segment(marker.scan, Buffer.from([components, ...ids, 0, 63, 0])),
    scanOf(blocks),
    Buffer.from([0xff, marker.end]),
  ]);
  return isTurned(position) ? undefined : position;
}

/** Say whether its Exif, which nobody may be able to read, wants a picture turned. */
function isTurned(jpeg: Uint8Array): boolean {
  try {
    const { orientation = 1 } = imageSize(jpeg);
    return orientation !== 1;
  } catch {
    return true;
  }
}

/** Name the picture in whose place a JPEG stands; undefined of any other. */
export function placeOf(jpeg: Uint8Array): string | undefined {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (bytes.length < 6 || bytes.readUInt32BE(0) !== 0xffd8ff00 + marker.comment) return undefined;
  const comment = bytes.toString("utf8", 6, 4 + bytes.readUInt16BE(4));
  return comment.startsWith(label) ? comment.slice(label.length) : undefined;
}

function headOf(jpeg: Buffer): Head | undefined {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xff00 + marker.start) return undefined;
  const applications: Buffer[] = [];
  let frame: Buffer | undefined;
  for (let at = 2; at + 4 <= jpeg.length; ) {
    if (jpeg[at] !== 0xff) return undefined;
    const kind = jpeg.readUInt8(at + 1);
    // Bytes that fill the room before a marker.
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (end > jpeg.length) return undefined;
    if (kind === marker.scan) return frame && { applications, frame };
    if (frames.has(kind)) frame = jpeg.subarray(at + 4, end);
    else if (kind >= 0xe0 && kind <= 0xef) applications.push(jpeg.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Count the blocks of a frame (T.81, A.2); undefined where it has not eight bits, or neither one component nor three. */
function blocksOf(frame: Buffer): number | undefined {
  if (frame.length < 9) return undefined;
  const [precision, height, width, count] = [
    frame.readUInt8(0),
    frame.readUInt16BE(1),
    frame.readUInt16BE(3),
    frame.readUInt8(5),
  ];
  if (precision !== 8 || width * height === 0 || frame.length !== 6 + 3 * count) return undefined;
  if (count === 1) return Math.ceil(width / 8) * Math.ceil(height / 8);
  if (count !== 3) return undefined;
  const factors = [0, 1, 2]
    .map((at) => frame.readUInt8(7 + 3 * at))
    .map((byte) => [byte >> 4, byte & 15] as const);
  const across = Math.max(...factors.map(([each]) => each));
  const down = Math.max(...factors.map(([, each]) => each));
  if (across === 0 || down === 0) return undefined;
  const units = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  return units * factors.reduce((sum, [horizontal, vertical]) => sum + horizontal * vertical, 0);
}

/** Two bits of nought for each block, and ones to the end of the last byte. */
function scanOf(blocks: number): Buffer {
  const scan = Buffer.alloc(Math.ceil(blocks / 4));
  const rest = blocks % 4;
  if (rest > 0) scan[scan.length - 1] = 0xff >> (2 * rest);
  return scan;
}

function segment(kind: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
