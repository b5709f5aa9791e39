const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Recognise a year, a month or a day that exists: `2018`, `2018-02`, `2018-02-14` (ISO 8601). */
export function isDate(text: string): boolean {
  const [, year, month = "01", day = "01"] = form.exec(text) ?? [];
  return year !== undefined && isDay(`${year}-${month}-${day}`);
}

/**
 * Find the date that was meant by one in another form: `2018-2-4`, `14.2.2018`, `14 February 2018`, `February 14, 2018`; undefined where
 * it could be two days, as `4/2/2018` could, or none.
 */
export function nearestDate(text: string): string | undefined {
  const two = (number: string) => number.padStart(2, "0");
  const [, year, month = "", day = ""] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
  const [, first = "", sign, second = "", last] = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const isDayFirst = sign === "." || Number(first) > 12;
  const isMonthFirst = !isDayFirst && Number(second) > 12;
  const named = /^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[a-z]+\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?,)?\s+\d{4}$/i.test(
    text,
  )
    ? new Date(`${text.replace(/(\d)(?:st|nd|rd|th)/, "$1")} UTC`)
    : undefined;
  const meant = year
    ? [year, two(month), ...(day ? [two(day)] : [])].join("-")
    : last && isDayFirst
      ? `${last}-${two(second)}-${two(first)}`
      : last && isMonthFirst
        ? `${last}-${two(first)}-${two(second)}`
        : named && !Number.isNaN(named.getTime())
          ? named.toISOString().slice(0, /^[a-z]+\.?\s+\d{4}$/i.test(text) ? 7 : 10)
          : undefined;
  return meant !== undefined && isDate(meant) ? meant : undefined;
}

/** Recognise a date, or an instant with its time zone: `2018-02-14T09:30:00Z`. */
export function isInstant(text: string): boolean {
  return (
    isDate(text) || (instantForm.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)))
  );
}

/** Convert a date or an instant to UTC, to the second; a date means its first moment. */
export function toInstant(text: string): string {
  const [, year, month = "01", day = "01"] = form.exec(text) ?? [];
  return toSeconds(new Date(year ? `${year}-${month}-${day}T00:00:00Z` : text));
}

/** Convert seconds since 1970 to an instant; undefined where they are no such number. */
export function fromEpoch(seconds: string): string | undefined {
  const date = new Date(/^\d{1,12}$/.test(seconds) ? Number(seconds) * 1000 : Number.NaN);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? undefined : toSeconds(date);
}

function toSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** `Date` moves 30 February to March: a day exists where it comes back as it went in. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
