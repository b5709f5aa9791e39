/** Darker than this, of 255, a grey is meant as black: nobody sees the difference, and a screen of dots would fray its letters. */
const blackest = 32;

/** Say how much black ink, 0 to 1, prints a neutral grey of 0 to 255, by the lightness of black ink in 256 steps. */
export function blackForGrey(value: number, lightness: readonly number[]): number {
  if (value <= blackest) return 1;
  const wanted = lightnessOf(value);
  const step = lightness.findIndex((each) => each <= wanted);
  if (step < 0) return 1;
  const [lighter, darker] = [lightness[step - 1] ?? 100, lightness[step] ?? 0];
  const part = lighter === darker ? 0 : (lighter - wanted) / (lighter - darker);
  return Math.max(0, step - 1 + part) / 255;
}

/** Write a grey of 0 to 255 as the share of white, where no press is known: black stays black. */
export function greyAlone(value: number): number {
  return value <= blackest ? 0 : value / 255;
}

/** CIE L* of a neutral in sRGB (IEC 61966-2-1). */
function lightnessOf(value: number): number {
  const share = value / 255;
  const light = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  return light > 216 / 24389 ? 116 * Math.cbrt(light) - 16 : (light * 24389) / 27;
}
