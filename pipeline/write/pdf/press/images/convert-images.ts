import { createHash } from "node:crypto";
import {
  PDFArray,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFRawStream,
  PDFRef,
  type PDFStream,
} from "@cantoo/pdf-lib";
import type { Cache, OpenSpool } from "../../../../publication.js";
import { spoolInMemory } from "../../../../spooled.js";
import { streamText } from "../../content/page-content.js";
import { streamOfFile } from "../../stream-of-file.js";
import { get, nameOf, numberOf } from "../../values.js";
import { reasonOf } from "../colour/library-failure.js";
import { isProfiledGrey, isRgb, profileOf } from "../colour/space.js";
import { tryAgain } from "../colour/try-again.js";
import type { Library } from "../colour/vips.js";
import type { Use } from "../survey.js";
import { type Converted, convertImage, type Source, type Target } from "./convert-image.js";
import type { Placement } from "./placements.js";
import { type Encoded, nameTarget, recallImages } from "./recall-images.js";

/** What is to be done with the images of a document. */
export interface ImageWork {
  readonly vips: Library;
  readonly target: Target;
  /** Where they are drawn. */
  readonly placements: readonly Placement[];
  /** Pixels an inch, at the size at which an image is placed, above which there is no use in more. */
  readonly finest: number;
  /** What earlier runs converted. */
  readonly cache: Cache | undefined;
  /** Where they wait until the file is saved. */
  readonly spool: OpenSpool | undefined;
  /** Awaited after each image: it takes up to a second, in which whatever runs beside it waits for answers. */
  readonly onImage: (done: number, total: number) => Promise<unknown>;
}

/** An image that cannot be read to its end. */
export interface Damage {
  /** SHA-256 of its file. */
  readonly sha256: string;
  readonly reason: string;
}

/** Convert the images of a document in place, each content once; returns those that cannot be. */
export async function convertImages(
  pdf: PDFDocument,
  images: ReadonlyMap<PDFStream, Use>,
  { vips, target, placements, finest, cache, spool: open = spoolInMemory, onImage }: ImageWork,
): Promise<readonly Damage[]> {
  const refs = new Map<PDFObject, PDFRef>(
    pdf.context.enumerateIndirectObjects().map(([ref, object]) => [object, ref]),
  );
  const widths = widestOf(placements, finest);
  const coloured = [...images].filter(([{ dict }]) =>
    [isRgb, isProfiledGrey].some((applies) => applies(get(dict, "ColorSpace"))),
  );
  const recall = recallImages(cache, open());
  const damages: Damage[] = [];
  for (const [index, [image, use]] of coloured.entries()) {
    const source = sourceOf(image);
    const widest = Math.min(widths.get(image) ?? source.width, source.width);
    const isGrey = use === "mask" || isProfiledGrey(get(image.dict, "ColorSpace")) || hasOnlyGreys(source);
    const own: Target = isGrey ? { space: "grey" } : target;
    if (own.space === "rgb" && widest === source.width) continue;
    const sha256 = createHash("sha256").update(source.bytes).digest("hex");
    const profile = source.profile ? createHash("sha256").update(source.profile).digest("hex") : "";
    const key = [sha256, source.width, profile, nameTarget(own), widest].join();
    try {
      const encoded = await recall(key, () =>
        encode(
          pdf,
          tryAgain(() => convertImage(vips, source, own, widest)),
        ),
      );
      const ref = refs.get(image);
      if (ref) pdf.context.assign(ref, toStream(pdf, image, encoded, own));
    } catch (error) {
      if (!damages.some((damage) => damage.sha256 === sha256))
        damages.push({ sha256, reason: reasonOf(error) });
    }
    await onImage(index + 1, coloured.length);
  }
  return damages;
}

/** How many pixels across each image can use. */
function widestOf(placements: readonly Placement[], finest: number): ReadonlyMap<PDFStream, number> {
  const widths = new Map<PDFStream, number>();
  for (const { image, width, height } of placements) {
    const [across, down] = [
      numberOf(get(image.dict, "Width")) ?? 1,
      numberOf(get(image.dict, "Height")) ?? 1,
    ];
    // The finer of both directions decides, where it is stretched.
    const inches = Math.max(width, (height * across) / down) / 72;
    widths.set(image, Math.max(widths.get(image) ?? 0, Math.ceil(inches * finest)));
  }
  return widths;
}

function sourceOf(image: PDFStream): Source {
  const [width, height] = [numberOf(get(image.dict, "Width")) ?? 0, numberOf(get(image.dict, "Height")) ?? 0];
  if (isJpeg(image)) return { kind: "jpeg", bytes: image.getContents(), width, height };
  const bytes = bytesOf(image);
  const bands = bytes.length / (width * height);
  if (bands !== 3 && bands !== 1) throw new Error("The browser has written an image in an unknown form");
  const profile = profileOf(get(image.dict, "ColorSpace"));
  return { kind: "pixels", bytes, width, height, profile: profile && bytesOf(profile) };
}

function bytesOf(stream: PDFStream): Buffer {
  return Buffer.from(streamText(stream), "latin1");
}

/** Browsers make red, green and blue of a grey PNG; it is printed in black alone. */
function hasOnlyGreys({ kind, bytes }: Source): boolean {
  if (kind !== "pixels") return false;
  for (let at = 0; at < bytes.length; at += 3)
    if (bytes[at] !== bytes[at + 1] || bytes[at] !== bytes[at + 2]) return false;
  return true;
}

function isJpeg(image: PDFStream): boolean {
  const filter = get(image.dict, "Filter");
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return nameOf(only) === "DCTDecode";
}

const spaces = { cmyk: "DeviceCMYK", grey: "DeviceGray", rgb: "DeviceRGB" } as const;

/** Pack pixels as the file holds them; a JPEG is packed already. */
function encode({ context }: PDFDocument, { kind, bytes, width, height }: Converted): Omit<Converted, "ink"> {
  const packed = kind === "pixels" ? context.flateStream(bytes).getContents() : bytes;
  return { kind, bytes: packed, width, height };
}

function toStream(
  { context }: PDFDocument,
  old: PDFStream,
  { kind, file, width, height }: Encoded,
  { space }: Target,
): PDFRawStream {
  const dictionary = context.obj({
    Type: "XObject",
    Subtype: "Image",
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: spaces[space],
    Filter: kind === "pixels" ? "FlateDecode" : "DCTDecode",
    Length: file.size,
    // CMYK JPEG files count from full ink down, as Adobe has always written them.
    ...(kind === "jpeg" && space === "cmyk" && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  });
  const mask = old.dict.get(PDFName.of("SMask"));
  if (mask instanceof PDFRef) dictionary.set(PDFName.of("SMask"), mask);
  const smooth = old.dict.get(PDFName.of("Interpolate"));
  if (smooth) dictionary.set(PDFName.of("Interpolate"), smooth);
  return streamOfFile(dictionary, file, 0, file.size);
}
