import { PDFArray, PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "../../content/page-content.js";
import { readCalculator } from "../../press/colour/calculator.js";
import { readCurve } from "../../press/colour/evaluate.js";
import { get, listOf, numberOf } from "../../values.js";

/** A function as samples over a grid, the first axis running fastest. */
export interface Samples {
  readonly domain: readonly number[];
  readonly size: readonly number[];
  /** What the function gives at each point. */
  readonly values: readonly (readonly number[])[];
}

/** Points along one axis, and along each of two. */
const fine = 256;
const coarse = 128;

/** Sample a function of a shading, or functions of one component each (ISO 32000-1, 7.10); undefined where nobody can. */
export function sample(value: PDFObject | undefined, inputs: 1 | 2): Samples | undefined {
  const dictionary = value instanceof PDFStream ? value.dict : value instanceof PDFDict ? value : undefined;
  const type = numberOf(get(dictionary, "FunctionType"));
  if (value instanceof PDFStream && type === 0) return readSamples(value);
  const domain = domainOf(value, inputs);
  if (value instanceof PDFStream && type === 4) {
    const at = readCalculator(streamText(value));
    return spread(domain, (point) => at(point));
  }
  const curve = inputs === 1 ? readCurve(value) : undefined;
  return curve && spread(domain, ([input = 0]) => curve.at(input));
}

function domainOf(value: PDFObject | undefined, inputs: 1 | 2): readonly number[] {
  const first = value instanceof PDFArray ? value.lookup(0) : value;
  const dictionary = first instanceof PDFStream ? first.dict : first;
  const own = dictionary instanceof PDFDict ? numbers(dictionary, "Domain") : [];
  return own.length === 2 * inputs ? own : Array.from({ length: inputs }, () => [0, 1]).flat();
}

function spread(domain: readonly number[], at: (point: readonly number[]) => readonly number[]): Samples {
  const along = (axis: number, count: number) => {
    const [from = 0, to = 1] = domain.slice(2 * axis);
    return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  };
  if (domain.length === 2) return { domain, size: [fine], values: along(0, fine).map((x) => at([x])) };
  const columns = along(0, coarse);
  const values = along(1, coarse).flatMap((y) => columns.map((x) => at([x, y])));
  return { domain, size: [coarse, coarse], values };
}

function readSamples(stream: PDFStream): Samples | undefined {
  const { dict } = stream;
  const bits = numberOf(get(dict, "BitsPerSample"));
  if (bits !== 8 && bits !== 16) return undefined;
  const range = numbers(dict, "Range");
  const decode = numbers(dict, "Decode");
  const ends = decode.length > 0 ? decode : range;
  const size = numbers(dict, "Size");
  const outputs = range.length / 2;
  const bytes = Buffer.from(streamText(stream), "latin1");
  const most = bits === 8 ? 255 : 65_535;
  const read = (index: number) => {
    const raw =
      bits === 8 ? (bytes[index] ?? 0) : (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0);
    const [low = 0, high = 1] = ends.slice(2 * (index % outputs));
    return low + (raw / most) * (high - low);
  };
  const count = size.reduce((product, each) => product * each, 1);
  const values = Array.from({ length: count }, (_, point) =>
    Array.from({ length: outputs }, (_, output) => read(point * outputs + output)),
  );
  return { domain: numbers(dict, "Domain"), size, values };
}

function numbers(dictionary: PDFDict, key: string): number[] {
  return listOf(dictionary, key).map((each) => numberOf(each) ?? 0);
}
