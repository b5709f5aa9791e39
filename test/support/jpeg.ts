/** Draw a JPEG of the given pixels, one grey all over: a whole baseline image (ITU-T T.81) of two bits a block. */
export function flatJpeg(width: number, height: number): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const quantisers = [0, ...new Array<number>(64).fill(1)];
  const frame = [8, ...word(height), ...word(width), 1, 1, 0x11, 0];
  // One code of one bit in each table: no difference of brightness; end of block.
  const oneCode = [1, ...new Array<number>(15).fill(0), 0];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, quantisers),
    ...segment(0xc0, frame),
    ...segment(0xc4, [0x00, ...oneCode]),
    ...segment(0xc4, [0x10, ...oneCode]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...new Array<number>(Math.ceil(blocks / 4)).fill(0),
    ...[0xff, 0xd9],
  ]);
}

function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...word(content.length + 2), ...content];
}

function word(value: number): number[] {
  return [value >> 8, value & 0xff];
}
