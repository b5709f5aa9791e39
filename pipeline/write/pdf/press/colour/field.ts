import { type PDFDict, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "../../content/page-content.js";
import { get, listOf, numberOf } from "../../values.js";
import type { Use } from "../survey.js";
import { readCalculator } from "./calculator.js";
import { fromOperands, type Ink, isNeutral, maskInk, type Rgb, type Separation } from "./ink.js";
import { commonSpace, deviceNames, inSpace } from "./ink-space.js";

/** How a function of a plane's points runs: along a line, in rings, or in no such way. */
type Course = "line" | "rings" | "plane";

/** A gradient that a small program paints point by point, sampled: the browser writes what it cannot write otherwise so. */
export interface Field {
  readonly dictionary: PDFDict;
  readonly use: Use;
  readonly course: Course;
  /** Of the samples: one axis, or two. */
  readonly domain: readonly number[];
  readonly size: readonly number[];
  /** The first axis runs fastest. */
  readonly colours: readonly Rgb[];
}

/** Samples along a line or a radius, of which a sheet's width has fewer dots; and along each side of a plane. */
const fine = 2048;
const coarse = 360;

/** Read a function-based shading whose function is a calculator's (ISO 32000-1, 8.7.4.5.2); undefined where it is another. */
export function readField(dictionary: PDFDict, use: Use): Field | undefined {
  const program = get(dictionary, "Function");
  if (!(program instanceof PDFStream) || numberOf(get(program.dict, "FunctionType")) !== 4) return undefined;
  const [left = 0, right = 1, bottom = 0, top = 1] = listOf(dictionary, "Domain").map(
    (each) => numberOf(each) ?? 0,
  );
  const calculate = readCalculator(streamText(program));
  const at = (x: number, y: number): Rgb => fromOperands(calculate([x, y]));
  // A matrix of its own would have to go with the axes.
  const course = dictionary.has(PDFName.of("Matrix")) ? "plane" : courseOf(at, [left, right, bottom, top]);
  const radius = Math.max(...[left, right].flatMap((x) => [bottom, top].map((y) => Math.hypot(x, y))));
  const middle = (bottom + top) / 2;
  const facts = { dictionary, use, course };
  if (course === "line") {
    const colours = spread(left, right, fine).map((x) => at(x, middle));
    return { ...facts, domain: [left, right], size: [fine], colours };
  }
  if (course === "rings")
    return {
      ...facts,
      domain: [0, radius],
      size: [fine],
      colours: spread(0, radius, fine).map((x) => at(x, 0)),
    };
  const columns = spread(left, right, coarse);
  const colours = spread(bottom, top, coarse).flatMap((y) => columns.map((x) => at(x, y)));
  return { ...facts, domain: [left, right, bottom, top], size: [coarse, coarse], colours };
}

function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** Find out by a few hundred points what the colour depends on. */
function courseOf(
  at: (x: number, y: number) => Rgb,
  [left, right, bottom, top]: readonly [number, number, number, number],
): Course {
  const points = spread(left, right, 23).flatMap((x) => spread(bottom, top, 19).map((y) => [x, y] as const));
  const follows = (other: (x: number, y: number) => Rgb) =>
    points.every(([x, y]) => isAlike(at(x, y), other(x, y)));
  if (follows((x) => at(x, (bottom + top) / 2))) return "line";
  return follows((x, y) => at(Math.hypot(x, y), 0)) ? "rings" : "plane";
}

function isAlike(a: Rgb, b: Rgb): boolean {
  return a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= 2);
}

/** Write a field in inks, as samples, along an axis or a radius where it runs so. */
export function separateField(field: Field, { exact, tone }: Separation): void {
  const { dictionary, use, course, domain, size, colours } = field;
  const { context } = dictionary;
  const greys = colours.every(isNeutral);
  const inkFor = (colour: Rgb): Ink =>
    use === "mask" ? maskInk(colour) : ((greys ? exact(colour) : undefined) ?? tone(colour));
  const inks = colours.map(inkFor);
  const space = commonSpace(inks);
  const samples = Uint8Array.from(
    inks.flatMap((ink) => inSpace(ink, space).map((value) => Math.round(value * 255))),
  );
  const range = Array.from({ length: samples.length / colours.length }, () => [0, 1]).flat();
  const sampled = context.flateStream(samples, {
    FunctionType: 0,
    Domain: [...domain],
    Range: range,
    Size: [...size],
    BitsPerSample: 8,
  });
  const set = (key: string, value: PDFObject) => dictionary.set(PDFName.of(key), value);
  set("Function", context.register(sampled));
  set("ColorSpace", PDFName.of(deviceNames[space]));
  if (course === "plane") return;
  const [from = 0, to = 1] = domain;
  set("ShadingType", context.obj(course === "line" ? 2 : 3));
  set("Coords", context.obj(course === "line" ? [from, 0, to, 0] : [0, 0, 0, 0, 0, to]));
  set("Domain", context.obj([from, to]));
  set("Extend", context.obj([true, true]));
}
