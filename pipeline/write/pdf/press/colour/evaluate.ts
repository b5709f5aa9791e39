import { PDFArray, PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { get, listOf, numberOf } from "../../values.js";

/** A function of one number that gives several (ISO 32000-1, 7.10). */
export interface Curve {
  readonly at: (input: number) => readonly number[];
  /** Where it may jump or bend. */
  readonly knots: readonly number[];
}

/** Read a function of one input; undefined where it is of a kind that no gradient of a browser is made of. */
export function readCurve(value: PDFObject | undefined): Curve | undefined {
  // An array holds a function for each component.
  if (value instanceof PDFArray) return together(value.asArray().map((_, i) => readCurve(value.lookup(i))));
  const dictionary = value instanceof PDFStream ? value.dict : value;
  if (!(dictionary instanceof PDFDict)) return undefined;
  const type = numberOf(get(dictionary, "FunctionType"));
  if (type === 2) return exponential(dictionary);
  return type === 3 ? stitched(dictionary) : undefined;
}

function together(curves: readonly (Curve | undefined)[]): Curve | undefined {
  const whole = curves.filter((curve) => curve !== undefined);
  if (whole.length < curves.length) return undefined;
  return {
    at: (input) => whole.flatMap((curve) => [...curve.at(input)]),
    knots: [...new Set(whole.flatMap(({ knots }) => [...knots]))].sort((a, b) => a - b),
  };
}

function numbers(dictionary: PDFDict, key: string): number[] {
  return listOf(dictionary, key).map((each) => numberOf(each) ?? 0);
}

function exponential(dictionary: PDFDict): Curve {
  const [low = 0, high = 1] = numbers(dictionary, "Domain");
  const from = numbers(dictionary, "C0");
  const to = numbers(dictionary, "C1");
  const exponent = numberOf(get(dictionary, "N")) ?? 1;
  const start = from.length > 0 ? from : [0];
  return {
    at: (input) => {
      const share = Math.min(Math.max(input, low), high) ** exponent;
      return start.map((value, i) => value + share * ((to[i] ?? 1) - value));
    },
    knots: [low, high],
  };
}

function stitched(dictionary: PDFDict): Curve | undefined {
  const [low = 0, high = 1] = numbers(dictionary, "Domain");
  const pieces = listOf(dictionary, "Functions").map(readCurve);
  const inner = numbers(dictionary, "Bounds");
  const encode = numbers(dictionary, "Encode");
  if (pieces.length === 0 || pieces.some((piece) => piece === undefined)) return undefined;
  const knots = [low, ...inner, high];
  return {
    at: (input) => {
      const within = Math.min(Math.max(input, low), high);
      const index = Math.min(inner.filter((bound) => within >= bound).length, pieces.length - 1);
      const [start = 0, end = 1] = [knots[index], knots[index + 1]];
      const [first = 0, last = 1] = [encode[2 * index], encode[2 * index + 1]];
      const share = end === start ? 0 : (within - start) / (end - start);
      return pieces[index]?.at(first + share * (last - first)) ?? [];
    },
    knots,
  };
}
