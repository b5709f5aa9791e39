import { PDFArray, PDFDict, PDFName, type PDFObject, PDFObjectParser, PDFRawStream } from "@cantoo/pdf-lib";
import { dictOf, toName } from "../values.js";
import { inlineData } from "./operations.js";

/** What keys and values may be shortened to within content (ISO 32000-1, tables 93 and 94). */
const keys: Readonly<Record<string, string>> = {
  BPC: "BitsPerComponent",
  CS: "ColorSpace",
  D: "Decode",
  DP: "DecodeParms",
  F: "Filter",
  H: "Height",
  IM: "ImageMask",
  I: "Interpolate",
  W: "Width",
};
const spaces: Readonly<Record<string, string>> = {
  G: "DeviceGray",
  RGB: "DeviceRGB",
  CMYK: "DeviceCMYK",
  I: "Indexed",
};
const filters: Readonly<Record<string, string>> = {
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

/** Make an image of its own of one within content, from `BI` to `EI`. Throws where its dictionary cannot be read. */
export function readInlineImage(text: string, resources: PDFDict): PDFRawStream {
  const { context } = resources;
  const data = inlineData(text, 2);
  const head = Buffer.from(`<<${text.slice(2, data - 3)}>>`, "latin1");
  const short = PDFObjectParser.forBytes(head, context).parseObject();
  const dictionary = context.obj({ Type: "XObject", Subtype: "Image" });
  if (short instanceof PDFDict)
    for (const [key, value] of short.entries()) {
      const name = keys[key.decodeText()] ?? key.decodeText();
      const full = name === "ColorSpace" ? inFull(value, spaces, dictOf(resources, name)) : value;
      dictionary.set(toName(name), name === "Filter" ? inFull(value, filters, undefined) : full);
    }
  return PDFRawStream.of(dictionary, Buffer.from(text.slice(data, -2), "latin1"));
}

/** Write out names that are shortened, and put what resources know by a name in its place. */
function inFull(
  value: PDFObject,
  names: Readonly<Record<string, string>>,
  known: PDFDict | undefined,
): PDFObject {
  if (value instanceof PDFArray) {
    for (const [index, each] of value.asArray().entries()) value.set(index, inFull(each, names, known));
    return value;
  }
  if (!(value instanceof PDFName)) return value;
  const full = names[value.decodeText()];
  return full ? toName(full) : (known?.get(value) ?? value);
}
