import type { Condition } from "../../press/colour/convert-colours.js";
import { converting } from "../../press/colour/library-failure.js";
import { type Library, type Scope, scoped } from "../../press/colour/vips.js";
import type { Raster } from "../raster/pdfium.js";
import type { Picture } from "../raster/picture.js";
import { most, toPng } from "../raster/to-png.js";
import { processInks } from "./inks.js";

/** Small pictures of pages: what is looked at is where things are. */
const jpeg = { Q: 78, optimize_coding: true, keep: "none" } as const;

/** A page as its plates have it: its colours, each once, and for each pixel the number of its colour. */
export interface Inked {
  readonly width: number;
  /** Six bits of each of four inks: the eye sees no more. */
  readonly colours: readonly number[];
  readonly pixels: Uint8Array | Uint32Array;
}

/** Lay the plates of a page, of a size in pixels, over one another; inks that have names of their own count as black here. */
export function overlay(
  plates: ReadonlyMap<string, Raster>,
  { width, height }: Pick<Raster, "width" | "height">,
): Inked {
  const keys = new Uint32Array(width * height);
  // Those with names of their own come last.
  for (const [name, { data }] of plates) {
    const band = processInks.indexOf(name);
    if (band < 0) addToBlack(keys, data);
    else {
      const shift = 18 - 6 * band;
      for (let at = 0; at < keys.length; at++)
        keys[at] = (keys[at] ?? 0) | (((255 - (data[at] ?? 255)) >> 2) << shift);
    }
  }
  return { width, ...numbered(keys) };
}

function addToBlack(keys: Uint32Array, data: Uint8Array): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    const black = Math.min(63, (key & 63) + ((255 - (data[at] ?? 255)) >> 2));
    keys[at] = (key & ~63) | black;
  }
}

/** Number the colours of a picture, in place: most of a page is paper. */
function numbered(keys: Uint32Array): Pick<Inked, "colours" | "pixels"> {
  const numbers = new Map<number, number>();
  let [last, known] = [-1, 0];
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    if (key !== last) {
      last = key;
      known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
    }
    keys[at] = known;
  }
  // Pages wait for one another to be converted: in bytes a quarter as large.
  return { colours: [...numbers.keys()], pixels: numbers.size <= most ? Uint8Array.from(keys) : keys };
}

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
    return colours.length <= most
      ? toPng(width, pixels, palette)
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
