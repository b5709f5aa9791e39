import type { Condition } from "../../press/colour/convert-colours.js";
import { converting } from "../../press/colour/library-failure.js";
import { type Library, type Scope, scoped } from "../../press/colour/vips.js";
import type { Picture } from "../raster/picture.js";
import { toPng } from "../raster/to-png.js";
import type { Inked } from "./overlay.js";

/** Small pictures of pages: what is looked at is where things are. */
const jpeg = { Q: 78, optimize_coding: true, keep: "none" } as const;

/** Pages whose pictures are converted at once: to prepare a conversion takes longer than to convert a page. */
const together = 48;

/**
 * Pictures of pages as they would look on paper, overprinting and all, through the profile of the printing condition: PNG files,
 * and JPEG files where there are more colours than these hold.
 */
export class Proof {
  readonly #condition: Condition;
  readonly #pictures: Picture[] = [];
  #pages = 0;
  #waiting: { readonly page: number; readonly inked: Inked }[] = [];
  /** Colours as a screen shows them; pages of one ink have the same. */
  readonly #shown = new WeakMap<readonly number[], Uint8Array>();

  constructor(condition: Condition) {
    this.#condition = condition;
  }

  /** Picture the next page. */
  add(inked: Inked): void {
    const page = this.#pages++;
    const shown = this.#shown.get(inked.colours);
    if (shown) this.#pictures[page] = pictureOf(inked, shown, this.#condition);
    else this.#waiting.push({ page, inked });
    if (this.#waiting.length === together) this.#convert();
  }

  /** Hand out the pictures of all pages. */
  end(): readonly Picture[] {
    if (this.#waiting.length > 0) this.#convert();
    return this.#pictures;
  }

  #convert(): void {
    const distinct = [...new Set(this.#waiting.map(({ inked }) => inked.colours))];
    const shown = toScreen(distinct.flat(), this.#condition);
    let from = 0;
    for (const colours of distinct) {
      this.#shown.set(colours, shown.slice(3 * from, 3 * (from + colours.length)));
      from += colours.length;
    }
    for (const { page, inked } of this.#waiting)
      this.#pictures[page] = pictureOf(
        inked,
        this.#shown.get(inked.colours) ?? new Uint8Array(),
        this.#condition,
      );
    this.#waiting = [];
  }
}

function pictureOf({ width, pixels }: Inked, palette: Uint8Array, { vips }: Condition): Picture {
  return pixels instanceof Uint8Array
    ? toPng(vips, width, pixels, palette)
    : toJpeg(vips, width, inColours(pixels, palette));
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
