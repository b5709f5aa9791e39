import type { Condition } from "../../press/colour/convert-colours.js";
import { converting } from "../../press/colour/library-failure.js";
import { type Library, type Scope, scoped } from "../../press/colour/vips.js";
import type { Picture } from "../raster/picture.js";
import { toPng } from "../raster/to-png.js";
import type { Inked } from "./overlay.js";

/** Small pictures of pages: what is looked at is where things are. */
const jpeg = { Q: 78, optimize_coding: true, keep: "none" } as const;

/**
 * Picture pages as they would look on paper, overprinting and all, through the profile of the printing condition: PNG files,
 * and JPEG files where there are more colours than these hold. Several at once: to prepare a conversion takes longer than to
 * convert a page.
 */
export function proof(pages: readonly Inked[], condition: Condition): readonly Picture[] {
  const shown = toScreen(
    pages.flatMap(({ colours }) => colours),
    condition,
  );
  let from = 0;
  return pages.map(({ width, colours, pixels }) => {
    const palette = shown.subarray(3 * from, 3 * (from + colours.length));
    from += colours.length;
    return pixels instanceof Uint8Array
      ? toPng(condition.vips, width, pixels, palette)
      : toJpeg(condition.vips, width, inColours(pixels, palette));
  });
}

function toJpeg(vips: Library, width: number, pixels: Uint8Array): Picture {
  return scoped((keep) => {
    const height = pixels.length / width / 3;
    const raw = keep(vips.Image.newFromMemory(pixels, width, height, 3, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "srgb" }));
    return { mediaType: "image/jpeg", bytes: Uint8Array.from(image.writeToBuffer(".jpg", jpeg)) };
  });
}

function inColours(numbers: Inked["pixels"], colours: Uint8Array): Uint8Array {
  const pixels = new Uint8Array(numbers.length * 3);
  for (let at = 0; at < numbers.length; at++) {
    const from = 3 * (numbers[at] ?? 0);
    pixels[3 * at] = colours[from] ?? 255;
    pixels[3 * at + 1] = colours[from + 1] ?? 255;
    pixels[3 * at + 2] = colours[from + 2] ?? 255;
  }
  return pixels;
}

function toScreen(colours: readonly number[], { vips, name, path, options }: Condition): Uint8Array {
  const inks = new Uint8Array(colours.length * 4);
  for (const [at, key] of colours.entries())
    for (let band = 0; band < 4; band++) inks[4 * at + band] = (((key >> (18 - 6 * band)) & 63) * 255) / 63;
  const convert = (keep: Scope) => {
    const raw = keep(vips.Image.newFromMemory(inks, colours.length, 1, 4, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "cmyk" }));
    const converted = keep(image.iccTransform("srgb", { ...options, input_profile: path }));
    return Uint8Array.from(converted.writeToMemory());
  };
  return converting(name, () => scoped(convert));
}
