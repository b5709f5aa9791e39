import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFStream } from "@cantoo/pdf-lib";
import { get, listOf, numberOf } from "../../values.js";
import { type ImageInking, inksOfPixels, isKnown, type Pixels } from "./image-inks.js";
import { all, inksOf, levelOf, type Mix } from "./inks.js";
import { componentsOf, readSpace, type Space } from "./space.js";

/** An image as each ink sees it, drawn in the place of the image; undefined where nobody can say. */
export type InkedImage = (plate: string) => PDFStream | undefined;

/** Read an image, at no more than so many pixels across: what nobody can unpack gives no plates. */
export function readImage(image: PDFStream, widest: number, inking: ImageInking): InkedImage | undefined {
  const { dict } = image;
  if (!(image instanceof PDFRawStream)) return undefined;
  if (`${get(dict, "ImageMask")}` === "true") return () => image;
  const space = readSpace(get(dict, "ColorSpace"), undefined);
  const white = blank(image);
  if (space.kind === "grey") return (plate) => (plate === "Black" ? image : white);
  if (space.kind === "indexed") {
    if (!isKnown(space.base)) return undefined;
    return (plate) => withTable(image, space, plate, inking.mix) ?? white;
  }
  if (space.kind === "tints" && space.names.length === 1)
    return (plate) => (plate === space.names[0] || space.names[0] === all ? negative(image) : white);
  if (!isKnown(space)) return undefined;
  const pixels = readable(() => inksOfPixels(image, space, widest, inking));
  if (!pixels) return undefined;
  return (plate) => {
    const band = pixels.names.findIndex((name) => name === plate || name === all);
    return band < 0 ? white : ofBand(image, pixels, band);
  };
}

/** A picture that is damaged is one whose inks nobody can say: whatever its decoder throws. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function ofBand(image: PDFRawStream, { width, height, names, data }: Pixels, band: number): PDFStream {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) grey[at] = 255 - (data[names.length * at + band] ?? 0);
  return replacing(image, grey, width, height);
}

function blank(image: PDFRawStream): PDFStream {
  return replacing(image, Uint8Array.of(255), 1, 1);
}

/** Make an image of greys that is masked as another is. */
function replacing(image: PDFRawStream, grey: Uint8Array, width: number, height: number): PDFStream {
  const stream = image.dict.context.stream(grey, {
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: "DeviceGray",
  });
  const soft = image.dict.get(PDFName.of("SMask"));
  const hard = image.dict.get(PDFName.of("Mask"));
  if (soft) stream.dict.set(PDFName.of("SMask"), soft);
  // A mask of colours means nothing where the colours are others.
  if (hard && !(image.dict.lookup(PDFName.of("Mask")) instanceof PDFArray))
    stream.dict.set(PDFName.of("Mask"), hard);
  return stream;
}

/** An image by its table of colours: the table alone differs from plate to plate. */
function withTable(
  image: PDFRawStream,
  { base, table }: Extract<Space, { kind: "indexed" }>,
  plate: string,
  mix: Mix,
): PDFRawStream | undefined {
  const count = componentsOf(base);
  if (count === 0) return undefined;
  const greys = Array.from({ length: Math.floor(table.length / count) }, (_, index) => {
    const inks = inksOf({ kind: "indexed", base, table }, [index], mix);
    return Math.round((1 - (inks ? levelOf(inks, plate) : 0)) * 255);
  });
  const { context } = image.dict;
  const space = context.obj([
    PDFName.of("Indexed"),
    PDFName.of("DeviceGray"),
    greys.length - 1,
    context.register(context.stream(Uint8Array.from(greys))),
  ]);
  return changed(image, "ColorSpace", space);
}

/** A picture in one ink of its own counts from none up, greys from black up. */
function negative(image: PDFRawStream): PDFRawStream {
  const { context } = image.dict;
  const [from = 0] = listOf(image.dict, "Decode").map((each) => numberOf(each) ?? 0);
  const grey = changed(image, "ColorSpace", PDFName.of("DeviceGray"));
  return changed(grey, "Decode", context.obj(from === 0 ? [1, 0] : [0, 1]));
}

function changed(image: PDFRawStream, key: string, value: Parameters<PDFDict["set"]>[1]): PDFRawStream {
  const dict = PDFDict.fromMapWithContext(new Map(image.dict.entries()), image.dict.context);
  dict.set(PDFName.of(key), value);
  return PDFRawStream.of(dict, image.contents);
}
