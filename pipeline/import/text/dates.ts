import { months } from "./vocabulary.js";

/** Read a date as it is written out, as publication.yaml has it: `2018-02-14`, `2018-02`, `2018`; undefined where it is none. */
export function parseDate(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/\bde\s+/gi, "")
    .replace(/\s+/g, " ");
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(plain)) return plain;
  if (/^(?:1[5-9]|20)\d{2}$/.test(plain)) return plain;
  const monthFirst = /^(\p{L}+\.?) (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/u.exec(plain);
  if (monthFirst) return isoOf(monthFirst[3], monthFirst[1], monthFirst[2]);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er)?\.? (\p{L}+\.?),? (\d{4})$/u.exec(plain);
  return dayFirst ? isoOf(dayFirst[3], dayFirst[2], dayFirst[1]) : undefined;
}

function isoOf(year = "", name = "", day: string | undefined): string | undefined {
  const month = months.findIndex((month) => month.test(name)) + 1;
  if (month === 0 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) return undefined;
  const two = (n: number) => String(n).padStart(2, "0");
  return [year, two(month), ...(day === undefined ? [] : [two(Number(day))])].join("-");
}
