import type { Condition } from "../../press/colour/convert-colours.js";
import { converting } from "../../press/colour/library-failure.js";
import { type Library, type Scope, scoped } from "../../press/colour/vips.js";
import type { Picture } from "../raster/picture.js";
import { toPng, toTruePng } from "../raster/to-png.js";
import type { Drawn } from "./drawn.js";
import { ramps } from "./overlay.js";

/** Small pictures of pages: what is looked at is where things are. */
const jpeg = { Q: 78, optimize_coding: true, keep: "none" } as const;

/**
 * Pages that are not packed, of so many that wait for one conversion: to prepare one takes longer than to convert a page. Those
 * that are packed are small, and wait for the end.
 */
const together = 48;

/** Colours beyond which a page is a photograph, which only a JPEG keeps small: edges of letters on a cover have hundreds. */
const mostDrawn = 0x800;

/** Colours whose conversions are kept from page to page, or that pages wait with; photographs have as many of their own. */
const room = 0x10000;

/**
 * Pictures of pages as they would look on paper, overprinting and all, through the profile of the printing condition: PNG files,
 * and JPEG files where there are as many colours as in photographs.
 */
export class Proof {
  readonly #condition: Condition;
  readonly #pictures: Picture[] = [];
  #waiting: { readonly page: number; readonly drawn: Drawn }[] = [];
  /** Of those that wait: how many are not packed, and how many colours all have. */
  #large = 0;
  #colours = 0;
  /** Colours of paper by those of plates: red, green and blue, eight bits each. */
  readonly #shown = new Map<number, number>();

  constructor(condition: Condition) {
    this.#condition = condition;
  }

  /** Picture a page, from 0, in whichever order they come. */
  add(page: number, drawn: Drawn): void {
    if (drawn.colours.every((colour) => this.#shown.has(colour))) {
      this.#picture(page, drawn);
      return;
    }
    this.#waiting.push({ page, drawn });
    this.#colours += drawn.colours.length;
    if (!("packed" in drawn.pixels)) this.#large++;
    if (this.#large === together || this.#colours > room) this.#convert();
  }

  /** Hand out the pictures of all pages. */
  end(): readonly Picture[] {
    if (this.#waiting.length > 0) this.#convert();
    return this.#pictures;
  }

  #convert(): void {
    const asked = new Set([...ramps, ...this.#waiting.flatMap(({ drawn }) => drawn.colours)]);
    const colours = [...asked].filter((colour) => !this.#shown.has(colour));
    const shown = colours.length > 0 ? toScreen(colours, this.#condition) : new Uint8Array();
    for (const [at, colour] of colours.entries())
      this.#shown.set(
        colour,
        ((shown[3 * at] ?? 0) << 16) | ((shown[3 * at + 1] ?? 0) << 8) | (shown[3 * at + 2] ?? 0),
      );
    for (const { page, drawn } of this.#waiting) this.#picture(page, drawn);
    this.#waiting = [];
    [this.#large, this.#colours] = [0, 0];
    if (this.#shown.size > room) this.#shown.clear();
  }

  #picture(page: number, { colours, pixels }: Drawn): void {
    const palette = new Uint8Array(3 * colours.length);
    for (const [at, colour] of colours.entries()) {
      const rgb = this.#shown.get(colour) ?? 0;
      palette[3 * at] = rgb >> 16;
      palette[3 * at + 1] = rgb >> 8;
      palette[3 * at + 2] = rgb;
    }
    this.#pictures[page] =
      "packed" in pixels
        ? toPng(pixels, palette)
        : this.#unpacked(pixels.width, inColours(pixels.numbers, palette), colours.length);
  }

  /** Without need no JPEG: before its first one the library starts two threads. */
  #unpacked(width: number, pixels: Uint8Array, colours: number): Picture {
    return colours > mostDrawn ? toJpeg(this.#condition.vips, width, pixels) : toTruePng(width, pixels);
  }
}

function toJpeg(vips: Library, width: number, pixels: Uint8Array): Picture {
  return scoped((keep) => {
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
