/** A colour of the browser: red, green, blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Shares of cyan, magenta, yellow and black from 0 to 1. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** What is printed for a colour. */
export type Ink =
  | { readonly space: "cmyk"; readonly values: Cmyk }
  /** 0 is black. */
  | { readonly space: "grey"; readonly value: number }
  | { readonly space: "rgb"; readonly values: Rgb }
  /** A full tone of a named ink, and what stands for it where there is none. */
  | { readonly space: "spot"; readonly name: string; readonly values: Cmyk };

/** Turns the browser's colours into inks. */
export interface Separation {
  /** The ink that a colour has for reasons of its own: a colour of the house, or a grey; undefined where it has none. */
  readonly exact: (colour: Rgb) => Ink | undefined;
  /** What the printing condition makes of a colour, one of many in a picture or a gradient. */
  readonly tone: (colour: Rgb) => Ink;
}

/** What is printed for a colour that stands alone. */
export function flat({ exact, tone }: Separation, colour: Rgb): Ink {
  return exact(colour) ?? tone(colour);
}

/** What a colour counts for in a mask. */
export function maskInk(colour: Rgb): Ink {
  return { space: "grey", value: luminance(colour) / 255 };
}

/** Name a colour: `9c2f1f`. */
export function hex(colour: Rgb): string {
  return colour.map((value) => value.toString(16).padStart(2, "0")).join("");
}

/** Read a colour such as `#9c2f1f`. */
export function fromHex(text: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  return [red, green, blue];
}

/** Read operands from 0 to 1, as PDF writes colours; Chromium's are eight bits with four decimals. */
export function fromOperands(operands: readonly (string | number)[]): Rgb {
  const [red = 0, green = 0, blue = 0] = operands.map((value) =>
    Math.round(Math.min(Math.max(Number(value), 0), 1) * 255),
  );
  return [red, green, blue];
}

/** Write a number as PDF likes it: four decimals at most. */
export function written(value: number): string {
  return String(Number(value.toFixed(4)));
}

/**
 * Say whether a colour is a neutral grey, or so near to one that a tint of other inks would only do harm: mostly it is text.
 * The eye sees a tint of paper sooner than one of a dark grey.
 */
export function isNeutral(colour: Rgb): boolean {
  const tolerance = 4 + (8 * (255 - luminance(colour))) / 255;
  return Math.max(...colour) - Math.min(...colour) <= tolerance;
}

/** The lightness of a colour as one number from 0 to 255, as PDF turns RGB into grey (ISO 32000-1, 10.3.3). */
export function luminance([red, green, blue]: Rgb): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}
