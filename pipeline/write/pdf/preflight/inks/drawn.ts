import { type PackedPixels, pack } from "../raster/to-png.js";
import type { Inked } from "./overlay.js";

/** A page as its plates have it, to be shown: few colours packed, or a number for each pixel where there are many. */
export interface Drawn {
  readonly colours: readonly number[];
  readonly pixels: PackedPixels | { readonly width: number; readonly numbers: Uint32Array };
}

/** Pack what can be packed of a page before anybody knows how its colours look. */
export function drawn({ width, colours, pixels }: Inked): Drawn {
  return {
    colours,
    pixels: pixels instanceof Uint8Array ? pack(width, pixels, colours.length) : { width, numbers: pixels },
  };
}
