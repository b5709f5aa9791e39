import type { Rgb } from "../../press/colour/ink.js";

/** The white to which lightness is measured, as profiles have it: D50 (ICC.1, 7.2.16). */
const white = [0.9642, 1, 0.8249] as const;

/** From XYZ of D50 to linear red, green and blue of sRGB. */
const matrix = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const;

/** Say how sRGB shows a colour of CIE L*a*b*; what it cannot show is the nearest in each of red, green and blue. */
export function fromLab([lightness = 0, a = 0, b = 0]: readonly number[]): Rgb {
  const y = (lightness + 16) / 116;
  const [X, Y, Z] = [y + a / 500, y, y - b / 200].map((f, i) => cube(f) * (white[i] ?? 1)) as [
    number,
    number,
    number,
  ];
  return matrix.map(([x, y, z]) => curved(x * X + y * Y + z * Z)) as unknown as Rgb;
}

function cube(f: number): number {
  return f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29);
}

/** The curve of sRGB, as bytes (IEC 61966-2-1). */
function curved(value: number): number {
  const share = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(Math.max(share, 0), 1) * 255);
}
