/** What a line begins with that may be the number of a note or of an item. */
export interface Marker {
  readonly kind: "number" | "bracket" | "superscript" | "symbol" | "bullet";
  /** `12`, `*`, `†`, `•`. */
  readonly number: string;
  /** The text behind it. */
  readonly rest: string;
}

const forms: readonly { readonly kind: Marker["kind"]; readonly form: RegExp }[] = [
  { kind: "number", form: /^\s*(?:[-•▪]\s+)?(\d{1,4})[.)]\s+(?=\S)/ },
  { kind: "bracket", form: /^\s*\[(\d{1,4})\]\s*(?=\S)/ },
  { kind: "superscript", form: /^\s*([⁰¹²³⁴-⁹]+)\s*(?=\S)/ },
  { kind: "bullet", form: /^\s*([•●▪◦‣]|[-–*](?=\s))\s*(?=\S)/ },
  { kind: "symbol", form: /^\s*(\*{1,3}|[†‡§¶]{1,3})\s*(?=[\p{L}\p{N}“"‘'(])/u },
];

/** Find the marker that a line begins with. */
export function markerOf(line: string): Marker | undefined {
  for (const { kind, form } of forms) {
    const match = form.exec(line);
    const number = match?.[1];
    if (!match || number === undefined) continue;
    const rest = line.slice(match[0].length);
    // `*Title* is emphasis`: a star that another one answers is no mark of a note.
    if (kind === "symbol" && number === "*" && /^[^\s*][^*]*\*/.test(rest)) continue;
    return { kind, number: number.normalize("NFKC"), rest };
  }
  return undefined;
}

/** A number without a dot, as notes at the foot of a page have it: `12 See above`. */
export function bareMarkerOf(line: string): Marker | undefined {
  const match = /^\s*(\d{1,3})\s+(?=[\p{Lu}“"‘'(])/u.exec(line);
  const number = match?.[1];
  if (!match || number === undefined) return markerOf(line);
  return { kind: "number", number, rest: line.slice(match[0].length) };
}
