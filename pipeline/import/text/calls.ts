/** A call of a note in a text: where it stands, and the number that it shows. */
export interface Call {
  readonly index: number;
  readonly length: number;
  readonly number: string;
}

/** The forms that calls have, the surest first. */
const forms = {
  /** `time.¹²` but not `5 m²`. */
  superscript: /(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]+/g,
  /** `time.[12]` */
  bracket: /(?<=\S)\s?\[(\d{1,3})\]/g,
  /** `time.*` and `time†` */
  symbol: /(?<=[\p{L}\d.,;:!?”"’)\]])(?:\*{1,3}|[†‡§¶]{1,3})(?=[\s.,;:!?)”]|$)/gu,
  /** `time.12 The`, where the extract lost how high it stood. */
  plain:
    /(?<=\p{L}{2}[.,;:!?]?[”"’)]?)\d{1,3}(?=[\s.,;:!?)”]|$)|(?<=[.,;!?][”"’)]?)\d{1,3}(?=\s+["“‘(]?\p{Lu}|$)/gu,
} as const;

export type CallForm = keyof typeof forms;
export const callForms = Object.keys(forms) as readonly CallForm[];

/** Find everything in a text that has the form of a call. */
export function findCalls(text: string, form: CallForm): readonly Call[] {
  return [...text.matchAll(forms[form])]
    .filter((match) => form !== "superscript" || !isPower(text, match.index, match[0]))
    .filter((match) => form !== "symbol" || match[0] !== "*" || !closesEmphasis(text, match.index))
    .map((match) => ({
      index: match.index,
      length: match[0].length,
      number: (match[1] ?? match[0]).trim().normalize("NFKC"),
    }));
}

/** Every number or sign that a text calls, in whatever form. */
export function callsIn(text: string): readonly string[] {
  return callForms.flatMap((form) => findCalls(text, form).map(({ number }) => number));
}

/** A square metre has no note. */
function isPower(text: string, index: number, sign: string): boolean {
  return /^[²³]$/.test(sign) && /(?:^|[\s\d])(?:[kcdm]?m|ft|in|mi|yd)$/.test(text.slice(0, index));
}

/** Characters of emphasis that are looked back over. */
const longestTitle = 500;

/** Whether a star ends what another one began: `*Title*`. */
function closesEmphasis(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - longestTitle), index);
  const opens = before.match(/(?<![\p{L}\d.,;:!?”"’)\]*])\*(?=[^\s*])/gu)?.length ?? 0;
  const closes = before.match(/(?<=[\p{L}\d.,;:!?”"’)\]])\*(?!\*)/gu)?.length ?? 0;
  return opens > closes;
}
