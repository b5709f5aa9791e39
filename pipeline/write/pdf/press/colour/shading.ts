import { type PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { get, numberOf } from "../../values.js";
import type { Use } from "../survey.js";
import { type Curve, readCurve } from "./evaluate.js";
import { type Field, readField, separateField } from "./field.js";
import { fromOperands, type Ink, maskInk, type Rgb, type Separation } from "./ink.js";
import { commonSpace, deviceNames, inSpace } from "./ink-space.js";
import { isRgb } from "./space.js";

/** Between two knots a gradient is written in so many straight pieces: inks do not mix as light does. */
const stepsBetweenKnots = 8;

/** The colours of a gradient between two of its knots, at even distances. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly colours: readonly Rgb[];
}

/** A gradient along a line or a radius, in the browser's colours. */
export interface Gradient {
  readonly dictionary: PDFDict;
  readonly use: Use;
  readonly stretches: readonly Stretch[];
}

/** Read a shading, with its colours; undefined where it has none that are to be converted. Throws on what no browser paints. */
export function readShading(shading: PDFDict | PDFStream, use: Use): Gradient | Field | undefined {
  const dictionary = shading instanceof PDFStream ? shading.dict : shading;
  if (!isRgb(get(dictionary, "ColorSpace"))) return undefined;
  const type = numberOf(get(dictionary, "ShadingType"));
  const curve = type === 2 || type === 3 ? readCurve(get(dictionary, "Function")) : undefined;
  const read = curve ? { dictionary, use, stretches: stretchesOf(curve) } : readField(dictionary, use);
  if (!read) throw new Error(`The browser has written a gradient in an unknown form, ${type}`);
  return read;
}

function stretchesOf({ at, knots }: Curve): Stretch[] {
  return knots.slice(1).flatMap((to, i): Stretch[] => {
    const from = knots[i] ?? 0;
    if (to <= from) return [];
    // At a knot the colour may jump: it is asked a hair away from it.
    const hair = (to - from) * 1e-6;
    const inputs = Array.from({ length: stepsBetweenKnots + 1 }, (_, step) =>
      Math.min(Math.max(from + ((to - from) * step) / stepsBetweenKnots, from + hair), to - hair),
    );
    return [{ from, to, colours: inputs.map((input) => fromOperands(at(input))) }];
  });
}

/** List the colours of a shading. */
export function coloursOf(shading: Gradient | Field): readonly Rgb[] {
  return "stretches" in shading ? shading.stretches.flatMap(({ colours }) => colours) : shading.colours;
}

/** Write a shading in inks, in place of the browser's colours (ISO 32000-1, 8.7.4.5). */
export function separateShading(shading: Gradient | Field, separation: Separation): void {
  if ("stretches" in shading) separateGradient(shading, separation);
  else separateField(shading, separation);
}

function separateGradient({ dictionary, use, stretches }: Gradient, separation: Separation): void {
  const { context } = dictionary;
  const parts = stretches.map(({ from, to, colours }) => ({
    from,
    to,
    inks: inksOf(colours, use, separation),
  }));
  const space = commonSpace(parts.flatMap(({ inks }) => inks));
  const values = (ink: Ink) => inSpace(ink, space).map((value) => Number(value.toFixed(4)));
  const pieces = parts.flatMap(({ from, to, inks }) =>
    inks.slice(1).map((ink, i) => ({
      from: from + ((to - from) * i) / (inks.length - 1),
      function: context.obj({
        FunctionType: 2,
        Domain: [0, 1],
        N: 1,
        C0: values(inks[i] ?? ink),
        C1: values(ink),
      }),
    })),
  );
  const whole = context.obj({
    FunctionType: 3,
    Domain: [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? 1],
    Bounds: pieces.slice(1).map(({ from }) => from),
    Encode: pieces.flatMap(() => [0, 1]),
    Functions: pieces.map((piece) => piece.function),
  });
  // Beyond its ends a shading that a browser makes goes on, or is clipped: its background never shows.
  dictionary.delete(PDFName.of("Background"));
  dictionary.set(PDFName.of("Function"), context.register(whole));
  dictionary.set(PDFName.of("ColorSpace"), PDFName.of(deviceNames[space]));
}

/** Between two colours that have inks of their own these are mixed; elsewhere each step is separated as a picture is. */
function inksOf(colours: readonly Rgb[], use: Use, { exact, tone }: Separation): readonly Ink[] {
  if (use === "mask") return colours.map(maskInk);
  const [first, last] = [colours.at(0), colours.at(-1)].map((colour) => colour && exact(colour));
  return first && last ? [first, last] : colours.map(tone);
}
