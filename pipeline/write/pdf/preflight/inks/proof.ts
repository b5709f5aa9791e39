import type { Condition } from "../../press/colour/convert-colours.js";
import { type Library, withoutThreads } from "../../press/colour/vips.js";
import type { Raster } from "../raster/pdfium.js";
import type { Picture } from "../raster/picture.js";
import { most, toPng } from "../raster/to-png.js";
import { processInks } from "./inks.js";

/** Small pictures of pages: what is looked at is where things are. */
const jpeg = { Q: 78, optimize_coding: true, keep: "none" } as const;

/** A page as its plates have it: shares of four inks, one byte each. */
export interface Inked {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Lay the plates of a page, of a size in pixels, over one another; inks that have names of their own count as black here. */
export function overlay(
  plates: ReadonlyMap<string, Raster>,
  { width, height }: Pick<Raster, "width" | "height">,
): Inked {
  const inks = new Uint8Array(width * height * 4);
  for (const [name, { data }] of plates) {
    const known = processInks.indexOf(name);
    const band = known < 0 ? 3 : known;
    for (let at = 0; at < data.length; at++) {
      const share = 255 - (data[at] ?? 255);
      if (share === 0) continue;
      const index = 4 * at + band;
      inks[index] = Math.min(255, (inks[index] ?? 0) + share);
    }
  }
  return { width, height, data: inks };
}

/**
 * Picture pages as they would look on paper, overprinting and all, through the profile of the printing condition: PNG files,
 * and JPEG files where there are more colours than these hold. Several at once: to prepare a conversion takes longer than to
 * convert a page.
 */
export function proof(pages: readonly Inked[], condition: Condition): readonly Picture[] {
  const coloured = pages.map(({ width, data }) => ({ width, ...numbered(data) }));
  const shown = toScreen(
    coloured.flatMap(({ colours }) => colours),
    condition,
  );
  let from = 0;
  return coloured.map(({ width, colours, pixels }) => {
    const palette = shown.subarray(3 * from, 3 * (from + colours.length));
    from += colours.length;
    return colours.length <= most
      ? toPng(width, pixels, palette)
      : toJpeg(condition.vips, width, inColours(pixels, palette));
  });
}

function toJpeg(vips: Library, width: number, pixels: Uint8Array): Picture {
  return withoutThreads(vips, (keep) => {
    const height = pixels.length / width / 3;
    const raw = keep(vips.Image.newFromMemory(pixels, width, height, 3, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "srgb" }));
    return { mediaType: "image/jpeg", bytes: Uint8Array.from(image.writeToBuffer(".jpg", jpeg)) };
  });
}

function inColours(numbers: Uint32Array, colours: Uint8Array): Uint8Array {
  const pixels = new Uint8Array(numbers.length * 3);
  for (let at = 0; at < numbers.length; at++) {
    const from = 3 * (numbers[at] ?? 0);
    pixels[3 * at] = colours[from] ?? 255;
    pixels[3 * at + 1] = colours[from + 1] ?? 255;
    pixels[3 * at + 2] = colours[from + 2] ?? 255;
  }
  return pixels;
}

/** Number the colours of a picture, each once: most of a page is paper. The eye sees no more than six bits of each ink. */
function numbered(data: Uint8Array): { readonly colours: readonly number[]; readonly pixels: Uint32Array } {
  const numbers = new Map<number, number>();
  const pixels = new Uint32Array(data.length / 4);
  let [last, known] = [-1, 0];
  for (let at = 0; at < pixels.length; at++) {
    const band = 4 * at;
    const [cyan, magenta, yellow, black] = [
      data[band] ?? 0,
      data[band + 1] ?? 0,
      data[band + 2] ?? 0,
      data[band + 3] ?? 0,
    ];
    const key = ((cyan >> 2) << 18) | ((magenta >> 2) << 12) | ((yellow >> 2) << 6) | (black >> 2);
    if (key !== last) {
      last = key;
      known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
    }
    pixels[at] = known;
  }
  return { colours: [...numbers.keys()], pixels };
}

function toScreen(colours: readonly number[], { vips, path, options }: Condition): Uint8Array {
  const inks = new Uint8Array(colours.length * 4);
  for (const [at, key] of colours.entries())
    for (let band = 0; band < 4; band++) inks[4 * at + band] = (((key >> (18 - 6 * band)) & 63) * 255) / 63;
  return withoutThreads(vips, (keep) => {
    const raw = keep(vips.Image.newFromMemory(inks, colours.length, 1, 4, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "cmyk" }));
    const converted = keep(image.iccTransform("srgb", { ...options, input_profile: path }));
    return Uint8Array.from(converted.writeToMemory());
  });
}
