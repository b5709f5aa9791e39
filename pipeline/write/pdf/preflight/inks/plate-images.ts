import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFStream,
} from "@cantoo/pdf-lib";
import type { Condition } from "../../press/colour/convert-colours.js";
import { type Library, scoped } from "../../press/colour/vips.js";
import { dictOf, get, listOf, nameOf, numberOf } from "../../values.js";
import { inksOf, levelOf, type Mix, processInks } from "./inks.js";
import { componentsOf, readSpace, type Space } from "./space.js";
import { unpredicted } from "./unpredicted.js";

/** What images are turned into inks with. */
export interface ImageInking {
  readonly vips: Library;
  readonly condition: Condition;
  readonly mix: Mix;
}

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
  if (space.kind === "indexed") return (plate) => withTable(image, space, plate, inking.mix) ?? white;
  if (space.kind === "tints" && space.names.length === 1)
    return (plate) => (plate === space.names[0] || space.names[0] === "All" ? negative(image) : white);
  if (space.kind !== "cmyk" && space.kind !== "rgb") return undefined;
  const pixels = readable(() => inksOfPixels(image, space, widest, inking));
  if (!pixels) return undefined;
  return (plate) => {
    const band = processInks.indexOf(plate);
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

/** Pixels of four bytes: shares of cyan, magenta, yellow and black. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function inksOfPixels(
  image: PDFRawStream,
  space: Space,
  widest: number,
  inking: ImageInking,
): Pixels | undefined {
  const { dict } = image;
  if (numberOf(get(dict, "BitsPerComponent")) !== 8) return undefined;
  const [width, height] = [numberOf(get(dict, "Width")) ?? 0, numberOf(get(dict, "Height")) ?? 0];
  const filters = listOf(dict, "Filter").map(nameOf);
  const isJpeg = filters.length === 1 && filters[0] === "DCTDecode";
  if (!isJpeg && !filters.every((filter) => filter === "FlateDecode")) return undefined;
  const { vips, condition } = inking;
  const count = componentsOf(space);
  return scoped((keep) => {
    const shrink = [8, 4, 2].find((factor) => width / factor >= widest) ?? 1;
    const read = isJpeg
      ? keep(vips.Image.newFromBuffer(image.contents, "", { access: "sequential", shrink } as object))
      : keep(
          vips.Image.newFromMemory(
            unpredicted(
              decodePDFRawStream(image).decode(),
              dictOf(dict, "DecodeParms"),
              width * count,
              count,
            ),
            width,
            height,
            count,
            vips.BandFormat.uchar,
          ),
        );
    if (read.bands !== count) return undefined;
    const small = read.width > widest ? keep(read.resize(widest / read.width)) : read;
    const named = keep(small.copy({ interpretation: space.kind === "rgb" ? "srgb" : "cmyk" }));
    const { path, options } = condition;
    const inks =
      space.kind === "rgb" ? keep(named.iccTransform(path, { ...options, input_profile: "srgb" })) : named;
    const data = Uint8Array.from(inks.writeToMemory());
    if (space.kind === "cmyk") decode(data, image, isJpeg);
    return { width: inks.width, height: inks.height, data };
  });
}

/** What the numbers of a CMYK image mean: the library turns Adobe's JPEG files round, and so does the image's own Decode. */
function decode(data: Uint8Array, image: PDFRawStream, isJpeg: boolean): void {
  const isTurned = isJpeg && Buffer.from(image.contents.subarray(0, 4096)).includes("Adobe");
  const [from = 0, to = 1] = listOf(image.dict, "Decode").map((each) => numberOf(each) ?? 0);
  if (isTurned === from > to) return;
  for (let at = 0; at < data.length; at++) data[at] = 255 - (data[at] ?? 0);
}

function ofBand(image: PDFRawStream, { width, height, data }: Pixels, band: number): PDFStream {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) grey[at] = 255 - (data[4 * at + band] ?? 0);
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
