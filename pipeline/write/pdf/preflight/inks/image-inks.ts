import type { PDFRawStream } from "@cantoo/pdf-lib";
import type Vips from "wasm-vips";
import type { Condition } from "../../press/colour/convert-colours.js";
import { type Library, type Scope, scoped } from "../../press/colour/vips.js";
import { get, listOf, nameOf, numberOf } from "../../values.js";
import { samplesOf } from "./image-samples.js";
import type { Mix } from "./inks.js";
import { processInks } from "./process-inks.js";
import { componentsOf, type Space } from "./space.js";

/** What images are turned into inks with. */
export interface ImageInking {
  readonly vips: Library;
  readonly condition: Condition;
  readonly mix: Mix;
}

/** Spaces of whose colours somebody can say which inks they are. */
export type Known = Exclude<Space, { readonly kind: "unknown" | "pattern" }>;

export function isKnown(space: Space): space is Known {
  return space.kind !== "unknown" && space.kind !== "pattern";
}

/** Pixels of a byte for each of some inks: their shares. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly names: readonly string[];
  readonly data: Uint8Array;
}

/**
 * Read an image as inks, at no more than so many pixels across; undefined where nobody can. Throws whatever the decoder of a
 * damaged one throws.
 */
export function inksOfPixels(
  image: PDFRawStream,
  space: Known,
  widest: number,
  inking: ImageInking,
): Pixels | undefined {
  const isTurned = isTurnedRound(image, space);
  if (isTurned === undefined) return undefined;
  return scoped((keep) => {
    const read = reading(image, space, widest, inking.vips, keep);
    if (!read || read.bands !== componentsOf(space)) return undefined;
    const small = read.width > widest ? keep(read.resize(widest / read.width)) : read;
    const meant = isTurned ? keep(small.invert()) : small;
    const inks = inked(meant, space, inking, keep);
    const names = space.kind === "tints" ? space.names : processInks;
    return { width: inks.width, height: inks.height, names, data: Uint8Array.from(inks.writeToMemory()) };
  });
}

/** Open a JPEG, or samples that were packed without loss; undefined for pictures of other kinds. */
function reading(
  image: PDFRawStream,
  space: Known,
  widest: number,
  vips: Library,
  keep: Scope,
): Vips.Image | undefined {
  const { dict } = image;
  const components = componentsOf(space);
  const [width, height] = [numberOf(get(dict, "Width")) ?? 0, numberOf(get(dict, "Height")) ?? 0];
  const filters = listOf(dict, "Filter").map(nameOf);
  if (filters.length === 1 && filters[0] === "DCTDecode") {
    // What a decoder makes of a JPEG of other inks, or in Lab, is anybody's guess.
    if (space.kind === "tints" || space.kind === "lab") return undefined;
    const shrink = [8, 4, 2].find((factor) => width / factor >= widest) ?? 1;
    return keep(vips.Image.newFromBuffer(image.contents, "", { access: "sequential", shrink } as object));
  }
  const samples = samplesOf(image, components);
  return samples && keep(vips.Image.newFromMemory(samples, width, height, components, vips.BandFormat.uchar));
}

/** What the condition prints for pixels of a space; inks stay as they are. */
function inked(image: Vips.Image, space: Known, { condition }: ImageInking, keep: Scope): Vips.Image {
  const { path, options } = condition;
  if (space.kind === "rgb") {
    const named = keep(image.copy({ interpretation: "srgb" }));
    return keep(named.iccTransform(path, { ...options, input_profile: "srgb" }));
  }
  if (space.kind !== "lab") return image;
  const spans = [100, ...pairsOf(space.range).map(([from, to]) => to - from)];
  const starts = [0, ...pairsOf(space.range).map(([from]) => from)];
  const meant = keep(
    image.linear(
      spans.map((span) => span / 255),
      starts,
    ),
  );
  const named = keep(meant.copy({ interpretation: "lab" }));
  return keep(named.iccExport({ ...options, output_profile: path }));
}

/**
 * Say whether the numbers of an image count the other way round: the library turns Adobe's CMYK files, and so does the
 * image's own Decode. Undefined where this means something else (ISO 32000-1, 8.9.5.2).
 */
function isTurnedRound(image: PDFRawStream, space: Known): boolean | undefined {
  const isJpeg = listOf(image.dict, "Filter").some((filter) => nameOf(filter) === "DCTDecode");
  const isAdobe =
    space.kind === "cmyk" && isJpeg && Buffer.from(image.contents.subarray(0, 4096)).includes("Adobe");
  const pairs = pairsOf(listOf(image.dict, "Decode").map((each) => numberOf(each) ?? 0));
  const usual = space.kind === "lab" ? [[0, 100], ...pairsOf(space.range)] : pairs.map(() => [0, 1]);
  const isAs = (wanted: readonly (readonly number[])[]) => `${pairs}` === `${wanted.slice(0, pairs.length)}`;
  if (isAs(usual)) return isAdobe;
  return isAs(usual.map((pair) => pair.toReversed())) ? !isAdobe : undefined;
}

function pairsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [
    numbers[2 * at] ?? 0,
    numbers[2 * at + 1] ?? 0,
  ]);
}
