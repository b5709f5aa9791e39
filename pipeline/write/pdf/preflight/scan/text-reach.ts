import type { PDFDict } from "@cantoo/pdf-lib";
import type { Operation } from "../../content/operations.js";
import { type Matrix, times } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";
import { dictOf, get } from "../../values.js";
import type { FontReach } from "./font-reach.js";
import { apply } from "./path.js";
import { strideOf } from "./stride.js";
import type { TextState } from "./text-state.js";

/** Thousandths of the font's size that are added at each side: what a font says of its glyphs may be a little less than they are. */
const margin = 500;

/** A number that all readers read alike. */
const plain = /^[-+]?(?:\d{1,6}(?:\.\d*)?|\.\d+)$/;

/** What an operator must be like for all readers to read it alike; of those that bear on where text stands. */
const soundness = new Map<string, (operands: readonly string[], resources: PDFDict) => boolean>([
  ["cm", numbers(6)],
  ["Tm", numbers(6)],
  ["Td", numbers(2)],
  ["TD", numbers(2)],
  ["TL", numbers(1)],
  ["T*", numbers(0)],
  ["Tf", ([, size = "", ...more]) => isPlain(size) && more.length === 0],
  ["gs", ([name], resources) => !get(dictOf(dictOf(resources, "ExtGState"), name?.slice(1) ?? ""), "Font")],
  // Nothing but what holds from the beginning: spaced text reaches farther.
  ["Tc", says(0)],
  ["Tw", says(0)],
  ["Ts", says(0)],
  ["Tz", says(100)],
]);
/** Operators that do not belong into a text object. */
const apart = new Set(["q", "Q", "cm", "BT"]);

function numbers(count: number): (operands: readonly string[]) => boolean {
  return (operands) => operands.length === count && operands.every(isPlain);
}

function says(value: number): (operands: readonly string[]) => boolean {
  return ([only, ...more]) => Number(only) === value && more.length === 0;
}

function isPlain(operand: string): boolean {
  return plain.test(operand);
}

/**
 * How far the text of a page reaches, seen or not, as long as it is written as browsers write it: it is at most so far. Of
 * all that others read in another way, or take from elsewhere, nobody is sure.
 */
export class TextReach {
  readonly #fonts: ReadonlyMap<PDFDict, FontReach>;
  #isSure = true;
  #isInObject = false;
  #sides: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];

  constructor(fonts: ReadonlyMap<PDFDict, FontReach>) {
    this.#fonts = fonts;
  }

  /** The box around all text, in points of the user space; undefined where nobody can be sure. */
  get box(): Box | undefined {
    return this.#isSure ? this.#sides : undefined;
  }

  /** Say that there is text that is not followed. */
  doubt(): void {
    this.#isSure = false;
  }

  /** Look at an operator that shows no text. */
  heed({ name, operands }: Operation, resources: PDFDict): void {
    if (!this.#isSure) return;
    if (this.#isInObject && apart.has(name)) this.doubt();
    if (name === "BT" || name === "ET") this.#isInObject = name === "BT";
    else if (soundness.get(name)?.(operands, resources) === false) this.doubt();
  }

  /** Follow text that is shown, and say how far along its line the pen is then. */
  show(
    { name, operands }: Operation,
    { matrix, size, along, font }: TextState,
    user: Matrix,
    resources: PDFDict,
  ): number {
    const named = this.#isSure ? dictOf(dictOf(resources, "Font"), font.slice(1)) : undefined;
    const reach = named && this.#fonts.get(named);
    const isKnown = (name === "Tj" || name === "TJ") && operands.length === 1 && size > 0 && this.#isInObject;
    const stride = reach && isKnown ? strideOf(operands[0] ?? "", reach) : undefined;
    if (!reach || !stride) {
      this.doubt();
      return along;
    }
    const em = size / 1000;
    const [left, right] = [stride.low + reach.left - margin, stride.high + reach.right + margin];
    const whole = times(matrix, user);
    for (const across of [along + left * em, along + right * em])
      for (const up of [(reach.bottom - margin) * em, (reach.top + margin) * em])
        this.#reachTo(...apply(whole, across, up));
    return along + stride.end * em;
  }

  #reachTo(x: number, y: number): void {
    const [left, bottom, right, top] = this.#sides;
    this.#sides = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)];
  }
}
