import { createHash } from "node:crypto";
import type { OutputCondition } from "../../../../publication.js";
import { type Conversion, type Grid, sampleGrid } from "./grid.js";
import type { Cmyk, Rgb } from "./ink.js";
import { converting } from "./library-failure.js";
import { limitInk } from "./limit-ink.js";
import { type Library, lend, type Scope, scoped } from "./vips.js";

/** The colour management of a printing condition. */
export interface Condition extends Conversion {
  /** As the registry calls it. */
  readonly name: string;
  /** SHA-256 of the profile. */
  readonly sha256: string;
  /** What it makes of the colours of an ICC profile or, without one, of sRGB, made once. Throws what the library throws. */
  readonly gridOf: (profile: Uint8Array | undefined) => Grid;
}

/** Prepare the library for a printing condition. */
export function openCondition(
  vips: Library,
  { icc, condition, intent, blackPoint }: OutputCondition,
): Condition {
  const sha256 = sha256Of(icc);
  const grids = new Map<string, Grid>();
  const opened: Condition = {
    vips,
    name: condition,
    sha256,
    path: lend(`${sha256}.icc`, icc),
    options: { intent, black_point_compensation: blackPoint === "compensate", depth: 8 },
    gridOf(profile) {
      const key = profile ? sha256Of(profile) : "sRGB";
      const grid = grids.get(key) ?? sampleGrid(opened, profile);
      grids.set(key, grid);
      return grid;
    },
  };
  return opened;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Convert single colours from sRGB, within an ink limit in per cent. One call costs as much as a thousand colours. */
export function convertColours(
  { vips, name, path, options }: Condition,
  colours: readonly Rgb[],
  limit: number,
): readonly Cmyk[] {
  if (colours.length === 0) return [];
  const convert = (keep: Scope) => {
    const bytes = Uint8Array.from(colours.flat());
    const raw = keep(vips.Image.newFromMemory(bytes, colours.length, 1, 3, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "srgb" }));
    return keep(image.iccTransform(path, { ...options, input_profile: "srgb" })).writeToMemory();
  };
  const pixels = converting(name, () => scoped(convert));
  const inks = Uint8Array.from(pixels);
  limitInk(inks, limit);
  return colours.map((_, i) => {
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inks.subarray(i * 4, i * 4 + 4);
    return [cyan / 255, magenta / 255, yellow / 255, black / 255];
  });
}

/** By profile and intent: pages and cover are printed alike. */
const lightnesses = new Map<string, readonly number[]>();

/** Measure the lightness (L*, 0 to 100) of black ink alone, in 256 steps from none to all; once, for that takes as long as any conversion. */
export function lightnessOfBlack(condition: Condition): readonly number[] {
  const key = `${condition.sha256} ${condition.options.intent}`;
  const found = lightnesses.get(key) ?? measuredLightness(condition);
  lightnesses.set(key, found);
  return found;
}

function measuredLightness({ vips, name, path, options }: Condition): readonly number[] {
  const convert = (keep: Scope) => {
    const ramp = new Uint8Array(256 * 4);
    for (let step = 0; step < 256; step++) ramp[step * 4 + 3] = step;
    const raw = keep(vips.Image.newFromMemory(ramp, 256, 1, 4, vips.BandFormat.uchar));
    const image = keep(raw.copy({ interpretation: "cmyk" }));
    const { intent } = options;
    return keep(image.iccImport({ input_profile: path, intent, pcs: "lab" })).writeToMemory();
  };
  const lab = converting(name, () => scoped(convert));
  const values = new Float32Array(lab.buffer, lab.byteOffset, 256 * 3);
  return Array.from({ length: 256 }, (_, step) => values[step * 3] ?? 0);
}
