import type { Raster } from "../raster/pdfium.js";
import { most } from "../raster/to-png.js";
import type { Tones } from "./plate-files.js";
import { processInks } from "./process-inks.js";
import { type Plate, type Reach, stretches } from "./reach.js";

/** A page as its plates have it: its colours, and for each pixel the number of its colour. */
export interface Inked {
  readonly width: number;
  /** Six bits of each of four inks: the eye sees no more. The first is paper. */
  readonly colours: readonly number[];
  readonly pixels: Uint8Array | Uint32Array;
}

/**
 * Lay the plates of a page, of a size in pixels, over one another; inks that have names of their own count as black here. Ink is
 * on none of them outside of a reach.
 */
export function overlay(
  plates: ReadonlyMap<string, Plate>,
  { width, height, tones }: Pick<Raster, "width" | "height"> & { readonly tones: Tones },
  reach: Reach,
): Inked {
  const [only, ...others] = plates;
  if (only && others.length === 0)
    return { width, ...(tones === "few" ? aloneInFew(...only) : alone(...only)) };
  const keys = new Uint32Array(width * height);
  // Those with names of their own come last.
  for (const [name, { data, reach }] of plates) {
    const shift = shiftOf(name);
    for (const [from, to] of stretches(reach, width))
      if (shift === undefined) addToBlack(keys, data, from, to);
      else for (let at = from; at < to; at++) keys[at] = (keys[at] ?? 0) | (shareOf(data[at]) << shift);
  }
  return { width, ...numbered(keys, width, reach) };
}

/** Six bits of ink. */
function shareOf(light = 255): number {
  return (255 - light) >> 2;
}

/** Where the bits of an ink stand; undefined for those with names of their own. */
function shiftOf(ink: string): number | undefined {
  const band = processInks.indexOf(ink);
  return band < 0 ? undefined : 18 - 6 * band;
}

const shares = Array.from({ length: 64 }, (_, share) => share);

/** All colours of any process ink alone: most pages are printed in one. */
export const ramps: readonly number[] = [0, 6, 12, 18].flatMap((shift) =>
  shares.map((share) => share << shift),
);

/** A page in one ink: its colours are how much of it there can be. */
function alone(name: string, { data, width, reach }: Plate): Omit<Inked, "width"> {
  const pixels = new Uint8Array(data.length);
  for (const [from, to] of stretches(reach, width))
    for (let at = from; at < to; at++) pixels[at] = shareOf(data[at]);
  return { colours: shares.map((share) => share << (shiftOf(name) ?? 0)), pixels };
}

/**
 * Words and surfaces in one ink: a sixteenth of its tones each is told by the one that there is most of, so that surfaces
 * keep theirs; what lies between is the edges of letters.
 */
function aloneInFew(name: string, { data, width, reach }: Plate): Omit<Inked, "width"> {
  const pixels = new Uint8Array(data.length);
  const counts = new Uint32Array(shares.length);
  for (const [from, to] of stretches(reach, width))
    for (let at = from; at < to; at++) {
      const light = data[at] ?? 255;
      // Most pixels between letters are paper.
      if (light === 255) continue;
      const share = shareOf(light);
      counts[share] = (counts[share] ?? 0) + 1;
      pixels[at] = share >> 2;
    }
  // Nearly all that is paper lies outside of the reach.
  counts[0] = data.length;
  const colours = Array.from({ length: 16 }, (_, number) => {
    const near = shares.slice(4 * number, 4 * number + 4);
    const most = near.reduce((a, b) => ((counts[b] ?? 0) > (counts[a] ?? 0) ? b : a));
    return most << (shiftOf(name) ?? 0);
  });
  return { colours, pixels };
}

function addToBlack(keys: Uint32Array, data: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const key = keys[at] ?? 0;
    keys[at] = (key & ~63) | Math.min(63, (key & 63) + shareOf(data[at]));
  }
}

/** Number the colours of a picture, in place. */
function numbered(keys: Uint32Array, width: number, reach: Reach): Omit<Inked, "width"> {
  const numbers = new Map([[0, 0]]);
  let [last, known] = [0, 0];
  for (const [from, to] of stretches(reach, width))
    for (let at = from; at < to; at++) {
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
