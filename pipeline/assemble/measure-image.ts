import { imageSize } from "image-size";
import type { Image } from "../publication.js";
import { flawOfImage } from "./flaw-of-image.js";
import { measureDrawing } from "./measure-drawing.js";
import { isDrawing, readDrawing } from "./read-drawing.js";

const mediaTypes: Readonly<Record<string, Exclude<Image["mediaType"], "image/svg+xml">>> = {
  gif: "image/gif",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};

/**
 * Tell what an image is from its bytes, whatever its name says; a string says why it is none that can be used.
 *
 * A browser can still unpack a hundred million pixels; a JPEG goes into a PDF as it is.
 */
export function measureImage(
  bytes: Uint8Array,
  mostPixels = 100,
): Pick<Image, "mediaType" | "width" | "height"> | string {
  if (bytes.length === 0) return "the file is empty";
  if (isDrawing(bytes)) {
    const size = measureDrawing(readDrawing(bytes));
    return typeof size === "string" ? size : { mediaType: "image/svg+xml", ...size };
  }
  try {
    const { width, height, type = "", orientation } = imageSize(bytes);
    const mediaType = mediaTypes[type];
    if (!mediaType) return `it is a ${type.toUpperCase()} image; expected PNG, JPEG, GIF, WebP or SVG`;
    const million = Math.round((width * height) / 1_000_000);
    if (million > mostPixels && /png|gif|webp/.test(mediaType))
      return `it has ${million} million pixels; expected ${mostPixels} million at most, or a JPEG`;
    const flaw = flawOfImage(bytes, mediaType);
    if (flaw) return flaw;
    // EXIF orientations 5 to 8 lay the picture on its side.
    return orientation && orientation >= 5
      ? { mediaType, width: height, height: width }
      : { mediaType, width, height };
  } catch {
    return "it is not an image; expected PNG, JPEG, GIF, WebP or SVG";
  }
}
