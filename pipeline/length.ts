/** Millimetres in each unit that a length may be written in. */
export const millimetresIn: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

/** PDF points in one millimetre. */
export const pointsInMillimetre = 72 / 25.4;

const form = /^\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)\s*$/i;

/** Read a length such as `3mm`, `0.125in` or `9pt` in millimetres to a tenth of a micrometre; undefined where it is none. */
export function parseLength(text: string): number | undefined {
  const [, digits, unit = ""] = form.exec(text) ?? [];
  const factor = millimetresIn[unit.toLowerCase()];
  return factor === undefined ? undefined : Math.round(Number(digits) * factor * 10_000) / 10_000;
}
