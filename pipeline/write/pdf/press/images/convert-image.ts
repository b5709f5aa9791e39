import type Vips from "wasm-vips";
import type { Condition } from "../colour/convert-colours.js";
import { profileField, throughGrid } from "../colour/grid.js";
import { limitInk } from "../colour/limit-ink.js";
import { meansSrgb } from "../colour/means-srgb.js";
import { type Library, type Scope, scoped } from "../colour/vips.js";

/** An image as the browser's PDF holds it: a JPEG file, or pixels of three bytes each, or of one. */
export interface Source {
  readonly kind: "jpeg" | "pixels";
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The ICC profile that says what the numbers of pixels mean; a JPEG file holds its own. */
  readonly profile?: Uint8Array | undefined;
}

/** What an image becomes. */
export type Target =
  | { readonly space: "cmyk"; readonly condition: Condition; readonly inkLimit: number }
  | { readonly space: "grey" }
  | { readonly space: "rgb" };

/** An image as it is printed. */
export interface Converted {
  readonly kind: Source["kind"];
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The most ink at one point before the limit was kept, in per cent; only of CMYK. */
  readonly ink?: number;
}

/** Photographs stay JPEG, of a quality at which print shows no difference, and with all of their colour. */
const jpeg = { Q: 90, subsample_mode: "off", optimize_coding: true, keep: "none" } as const;

/**
 * Convert an image to a target's colours, no wider than so many pixels. Throws a string that says why where it cannot be
 * read to its end.
 */
export function convertImage(vips: Library, source: Source, target: Target, widest: number): Converted {
  try {
    return convert(vips, source, target, widest, "warning");
  } catch (error) {
    if (!isHarmless(error)) throw error;
    return convert(vips, source, target, widest, "truncated");
  }
}

/** Complaints of JPEG's decoder about files of which it reads every pixel. */
const harmless = /extraneous bytes|Invalid SOS parameters|Adobe color transform|JFIF revision/;

/** A decoder that stops at its own warnings finds what is missing in the middle of a file, but also what is merely odd. */
function isHarmless(error: unknown): boolean {
  const complaints = String((error as { message?: unknown }).message).match(/VipsJpeg: .*/g) ?? [];
  return complaints.length > 0 && complaints.every((complaint) => harmless.test(complaint));
}

function convert(
  vips: Library,
  source: Source,
  target: Target,
  widest: number,
  failOn: "warning" | "truncated",
): Converted {
  return scoped((keep) => {
    const read = reading(vips, source, widest, failOn, keep);
    const small = source.width > widest ? keep(read.resize(widest / read.width)) : read;
    const { width, height } = small;
    const pixels = inTarget(vips, small, target, keep);
    const ink = target.space === "cmyk" ? limitInk(pixels, target.inkLimit) : undefined;
    const facts = { kind: source.kind, width, height, ...(ink !== undefined && { ink }) };
    if (source.kind === "pixels") return { ...facts, bytes: pixels };
    const bands = pixels.length / (width * height);
    const limited = keep(vips.Image.newFromMemory(pixels, width, height, bands, vips.BandFormat.uchar));
    const named = keep(limited.copy({ interpretation: interpretations[target.space] }));
    return { ...facts, bytes: Uint8Array.from(named.writeToBuffer(".jpg", jpeg)) };
  });
}

const interpretations = { cmyk: "cmyk", grey: "b-w", rgb: "srgb" } as const;

function reading(
  vips: Library,
  source: Source,
  widest: number,
  failOn: "warning" | "truncated",
  keep: Scope,
): Vips.Image {
  if (source.kind === "pixels") {
    const { bytes, width, height, profile } = source;
    const bands = bytes.length / (width * height);
    const raw = keep(vips.Image.newFromMemory(bytes, width, height, bands, vips.BandFormat.uchar));
    const named = keep(raw.copy({ interpretation: bands === 1 ? "b-w" : "srgb" }));
    if (profile) named.setBlob(profileField, profile);
    return named;
  }
  // A JPEG decoder can leave out every second, fourth or eighth pixel as it goes, and so never holds a huge picture.
  const shrink = [8, 4, 2].find((factor) => source.width / factor >= widest) ?? 1;
  return keep(
    vips.Image.newFromBuffer(source.bytes, "", {
      fail_on: failOn,
      access: "sequential",
      shrink,
    } as object),
  );
}

/** The bytes of an image's pixels in a target's colours: a photograph's own profile says what its numbers mean. */
function inTarget(vips: Library, image: Vips.Image, target: Target, keep: Scope): Uint8Array {
  const own = image.getTypeof(profileField) === 0 ? undefined : image.getBlob(profileField);
  const profile = own && image.bands === 3 && meansSrgb(vips, own) ? undefined : own;
  const toSrgb = () => keep(image.iccTransform("srgb", { embedded: true, input_profile: "srgb" }));
  if (target.space === "grey") {
    const named = profile ? toSrgb() : image;
    return Uint8Array.from(keep(named.colourspace("b-w")).writeToMemory());
  }
  if (target.space === "rgb") return Uint8Array.from(toSrgb().writeToMemory());
  const pixels = Uint8Array.from(keep(image.colourspace("srgb")).writeToMemory());
  return throughGrid(pixels, target.condition.gridOf(profile));
}
