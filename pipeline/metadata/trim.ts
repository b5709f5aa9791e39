import { millimetresIn } from "../length.js";

interface Trim {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

const named: Readonly<Record<string, Trim>> = {
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  b5: { width: 176, height: 250 },
  letter: { width: 215.9, height: 279.4 },
};

/** What a trim size may be, as a pattern for editors and in words for messages. */
export const trimPattern =
  /^\s*(?:a4|a5|b5|letter|(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)?\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|pt))\s*$/i;
export const trimForms = `${Object.keys(named).join(", ")}, or width x height such as 170x240mm or 6x9in (60 to 1000 mm)`;

/** Read a page size in millimetres, to a hundredth; undefined where it is none, or where no report is of that size. */
export function parseTrim(text: string): Trim | undefined {
  const standard = named[text.trim().toLowerCase()];
  if (standard) return standard;
  const [, width, widthUnit, height, unit = "mm"] = trimPattern.exec(text) ?? [];
  const trim = { width: toMillimetres(width, widthUnit ?? unit), height: toMillimetres(height, unit) };
  return [trim.width, trim.height].every((side) => side >= 60 && side <= 1000) ? trim : undefined;
}

function toMillimetres(length: string | undefined, unit: string): number {
  return Math.round(Number(length) * (millimetresIn[unit.toLowerCase()] ?? Number.NaN) * 100) / 100;
}
