import type { OutputCondition } from "../../../../publication.js";
import { type Library, scoped } from "./vips.js";

/** How the library converts into the inks of a printing condition. */
export interface Conversion {
  readonly vips: Library;
  /** Where the library finds the profile. */
  readonly path: string;
  readonly options: {
    readonly intent: OutputCondition["intent"];
    readonly black_point_compensation: boolean;
    readonly depth: number;
  };
}

/** Nodes along each axis: as many as LittleCMS itself resamples such a conversion to. */
const nodes = 33;

/** Cyan, magenta, yellow, black. */
const inks = 4;

/** What is all of an ink at a node: so that what is mixed of nodes by 256ths has its byte at the top of 24 bits. */
const whole = 255 * 256;

/** Where the library keeps an image's own profile. */
export const profileField = "icc-profile-data";

/** What a printing condition makes of a grid of colours over red, green and blue: four inks a node, blue running fastest. */
export type Grid = Uint16Array;

/** Have the library convert a grid of colours, of an ICC profile or, without one, of sRGB. Throws what the library throws. */
export function sampleGrid({ vips, path, options }: Conversion, profile: Uint8Array | undefined): Grid {
  return scoped((keep) => {
    const colours = keep(vips.Image.newFromMemory(gridColours(), nodes ** 3, 1, 3, vips.BandFormat.ushort));
    const named = keep(colours.copy({ interpretation: "rgb16" }));
    if (profile) named.setBlob(profileField, profile);
    const how = { ...options, depth: 16, embedded: true, input_profile: "srgb" };
    const printed = keep(named.iccTransform(path, how));
    return Uint16Array.from(printed.writeToMemory(), (ink) => Math.round((ink * whole) / 65_535));
  });
}

function gridColours(): Uint16Array {
  const levels = Array.from({ length: nodes }, (_, node) => Math.round((node * 65_535) / (nodes - 1)));
  return Uint16Array.from(levels.flatMap((r) => levels.flatMap((g) => levels.flatMap((b) => [r, g, b]))));
}

/** The node below each level of a component, and how far beyond it the level is, in 256ths of the way to the next. */
const below = Uint8Array.from({ length: 256 }, (_, level) =>
  Math.min(nodes - 2, Math.floor((level * (nodes - 1)) / 255)),
);
const beyond = Uint16Array.from(below, (node, level) =>
  Math.round(((level * (nodes - 1)) / 255 - node) * 256),
);

/** A component's share of the way through a cell, above the step by which it moves on in the grid: what is sorted is one number. */
const [redWay, greenWay, blueWay] = [nodes ** 2, nodes, 1].map((step) =>
  Uint32Array.from(beyond, (share) => (share << 16) | (step * inks)),
);

/**
 * Convert pixels of three bytes into pixels of four. Between nodes a colour is mixed of the corners of the tetrahedron in which it
 * lies, as LittleCMS does it, which takes longer in WebAssembly.
 */
export function throughGrid(pixels: Uint8Array, grid: Grid): Uint8Array {
  const printed = new Uint8Array((pixels.length / 3) * inks);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += inks) {
    const [red, green, blue] = [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
    // From the node below all three components to the one above them, first along the one that is farthest on its way.
    let [far, middle, near] = [redWay?.[red] ?? 0, greenWay?.[green] ?? 0, blueWay?.[blue] ?? 0];
    if (middle > far) [far, middle] = [middle, far];
    if (near > middle) [middle, near] = [near, middle];
    if (middle > far) [far, middle] = [middle, far];
    const first = (((below[red] ?? 0) * nodes + (below[green] ?? 0)) * nodes + (below[blue] ?? 0)) * inks;
    const second = first + (far & 0xffff);
    const third = second + (middle & 0xffff);
    const last = third + (near & 0xffff);
    const [a, b, c] = [far >>> 16, middle >>> 16, near >>> 16];
    for (let ink = 0; ink < inks; ink++)
      printed[to + ink] =
        ((grid[first + ink] ?? 0) * (256 - a) +
          (grid[second + ink] ?? 0) * (a - b) +
          (grid[third + ink] ?? 0) * (b - c) +
          (grid[last + ink] ?? 0) * c +
          0x8000) >>>
        16;
  }
  return printed;
}
