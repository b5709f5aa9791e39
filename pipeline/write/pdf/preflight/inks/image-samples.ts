import { decodePDFRawStream, type PDFRawStream } from "@cantoo/pdf-lib";
import { dictOf, get, listOf, nameOf, numberOf } from "../../values.js";
import { unpredicted } from "./unpredicted.js";

/** Packings that are undone here; pictures have others of their own. */
const packings = new Set(["FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"]);

/** Unpack an image of so many components into samples of a byte each; undefined where it is packed in another way. */
export function samplesOf(image: PDFRawStream, components: number): Uint8Array | undefined {
  const { dict } = image;
  const filters = listOf(dict, "Filter").map((filter) => nameOf(filter) ?? "");
  if (!filters.every((filter) => packings.has(filter))) return undefined;
  const [width, height] = [numberOf(get(dict, "Width")) ?? 0, numberOf(get(dict, "Height")) ?? 0];
  const bits = numberOf(get(dict, "BitsPerComponent")) ?? 8;
  const row = Math.ceil((width * components * bits) / 8);
  const parameters = dictOf(dict, "DecodeParms");
  const isPredicted = (numberOf(get(parameters, "Predictor")) ?? 1) > 1;
  const isOfRows = (numberOf(get(parameters, "Predictor")) ?? 1) >= 10;
  // Only one packing can have been predicted, and words are added up otherwise than bytes (ISO 32000-1, 7.4.4.4).
  if (isPredicted && (filters.length > 1 || (bits !== 8 && !isOfRows))) return undefined;
  const packed = decodePDFRawStream(image).decode();
  const pixel = Math.max(1, Math.floor((components * bits) / 8));
  const bytes = isPredicted ? unpredicted(packed, parameters, row, pixel) : Uint8Array.from(packed);
  if (bytes.length < row * height) return undefined;
  return bits === 8
    ? bytes.subarray(0, row * height)
    : toBytes(bytes, { bits, row, height, across: width * components });
}

/** Make bytes of samples of 1, 2, 4 or 16 bits; rows begin at bytes (8.9.3). */
function toBytes(
  bytes: Uint8Array,
  { bits, row, height, across }: { bits: number; row: number; height: number; across: number },
): Uint8Array {
  const samples = new Uint8Array(across * height);
  const most = 2 ** bits - 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < across; x++) {
      const at = y * row + Math.floor((x * bits) / 8);
      const shift = 8 - bits - ((x * bits) % 8);
      const sample = bits === 16 ? (bytes[at] ?? 0) : (((bytes[at] ?? 0) >> shift) & most) * (255 / most);
      samples[y * across + x] = sample;
    }
  return samples;
}
