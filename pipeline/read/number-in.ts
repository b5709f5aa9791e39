/** A number as an author writes it in a table. */
export interface WrittenNumber {
  /** What is before the decimal mark, without what groups it. */
  readonly digits: string;
  /** How many figures are behind the mark. */
  readonly decimals: number;
  /** The decimal mark of its language. */
  readonly mark: string;
  /** What follows it, as `%`. */
  readonly unit: string;
}

const marks = new Map<string, string>();

/** Read the number that a text is, with its sign and unit, as its language writes it: `1,234.5 %`; undefined where it is none. */
export function numberIn(text: string, language: string): WrittenNumber | undefined {
  const mark = markOf(language);
  const group = mark === "," ? "." : ",";
  const number = new RegExp(
    `^[+\\-−–±~≈<>]?\\s?[€$£¥]?\\s?((?:\\d{1,3}(?:[${group}\\s'’]\\d{3})+|\\d+))(?:[${mark}](\\d+))?(\\s?[%‰°€$£¥]?)$`,
    "u",
  ).exec(text.trim());
  if (!number) return undefined;
  const [, digits = "", decimals = "", unit = ""] = number;
  return { digits: digits.replace(/\D/g, ""), decimals: decimals.length, mark, unit: unit.trim() };
}

function markOf(language: string): string {
  const known = marks.get(language);
  if (known !== undefined) return known;
  // Where a language is written matters (a Swiss point, a German comma); whatever else its tag says might be malformed.
  const [, spoken = "en", region] =
    /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?![^-])/i.exec(language) ?? [];
  const where = region ? `${spoken}-${region}` : spoken;
  const parts = new Intl.NumberFormat(where, { numberingSystem: "latn" }).formatToParts(1.5);
  const mark = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  marks.set(language, mark);
  return mark;
}
