/** What the header of an ICC profile says (ICC.1:2010, 7.2). */
export interface IccFacts {
  /** `prtr` is an output device: a press and its paper. */
  readonly deviceClass: string;
  readonly colours: "cmyk" | "grey" | "rgb";
  /** `2.2`. */
  readonly version: string;
  /** `FOGRA39L Coated`; empty where the profile does not say. */
  readonly description: string;
}

const spaces: Readonly<Record<string, IccFacts["colours"]>> = { CMYK: "cmyk", GRAY: "grey", "RGB ": "rgb" };

/** Read an ICC profile's header and name; a few words say why where it is none that a press can use. */
export function readIcc(bytes: Uint8Array): IccFacts | string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => file.toString("latin1", at, at + 4);
  if (file.length < 132 || word(36) !== "acsp") return "it is not an ICC profile";
  if (file.readUInt32BE(0) !== file.length)
    return `it is damaged: ${file.length} bytes of ${file.readUInt32BE(0)}`;
  const colours = spaces[word(16)];
  if (!colours) return `its colours are ${word(16).trim()}, expected CMYK, RGB or GRAY`;
  const tags = tagsOf(file);
  if (!tags) return "it is damaged: a tag lies outside the file";
  // Four inks are told by tables, one for each intent, of which one does (ICC.1:2010, 8.5.2).
  for (const [table, way] of [
    ["A2B", "from inks to colours"],
    ["B2A", "from colours to inks"],
  ] as const)
    if (colours === "cmyk" && ![0, 1, 2].some((intent) => tags.has(`${table}${intent}`)))
      return `it has no table ${way} (${table}0)`;
  return {
    deviceClass: word(12),
    colours,
    version: `${file.readUInt8(8)}.${file.readUInt8(9) >> 4}`,
    description: description(tags.get("desc")),
  };
}

function tagsOf(file: Buffer): Map<string, Buffer> | undefined {
  const tags = new Map<string, Buffer>();
  const count = file.readUInt32BE(128);
  if (132 + count * 12 > file.length) return undefined;
  for (let i = 0; i < count; i++) {
    const entry = 132 + i * 12;
    const [offset, size] = [file.readUInt32BE(entry + 4), file.readUInt32BE(entry + 8)];
    if (offset + size > file.length) return undefined;
    tags.set(file.toString("latin1", entry, entry + 4), file.subarray(offset, offset + size));
  }
  return tags;
}

/** `desc` of version 2 is ASCII (ICC.1:2001, 6.5.17), of version 4 `mluc`, UTF-16 (ICC.1:2010, 10.13). */
function description(tag: Buffer | undefined): string {
  if (!tag || tag.length < 12) return "";
  const type = tag.toString("latin1", 0, 4);
  if (type === "desc") return tag.toString("latin1", 12, 12 + Math.max(0, tag.readUInt32BE(8) - 1));
  if (type !== "mluc" || tag.length < 28) return "";
  const [size, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
  return Buffer.from(tag.subarray(offset, offset + (size & ~1)))
    .swap16()
    .toString("utf16le");
}
