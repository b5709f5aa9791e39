import { textString } from "../content/text-string.js";

/** What the glyphs of a font mean, by the four digits of their codes, as all spans that they are shown in say; undefined where their uses differ. */
export type Meanings = Map<string, string | undefined>;

/** Find the meanings of a font by its name in the resources; none where its codes are not of two bytes each. */
export type MeaningsOf = (name: string) => Meanings | undefined;

/** The same, of fonts that now say them. */
export type SaidOf = (name: string) => ReadonlyMap<string, string | undefined> | undefined;

/** A glyph in a span that says what it means (ISO 32000-1, 14.9.4), as Chromium writes one. */
const span = /^\/Span<<\/ActualText (.*?) ?>> BDC\n((?:[-\d.]+ 0 Td )?<([0-9A-Fa-f]{4})> Tj\n)EMC\n/gm;

/** Of several letters from right to left readers do not agree on the order in a font's table. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Gather what the spans of a text object say of their glyphs. */
export function gatherMeanings(text: string, meaningsOf: MeaningsOf): void {
  if (!text.includes("/ActualText")) return;
  for (const { name, content } of stretchesOf(text)) {
    const meanings = meaningsOf(name);
    for (const [, operand = "", , digits = ""] of content.matchAll(span)) {
      const meaning = textString(operand);
      const isAnother = meanings?.has(digits) && meanings.get(digits) !== meaning;
      const isUnclear = meaning === "" || (meaning.length > 1 && rightToLeft.test(meaning));
      meanings?.set(digits, isAnother || isUnclear ? undefined : meaning);
    }
  }
}

/** Strike out what is shown without such a span, too: there it means what the font says. */
export function strikePlain(text: string, meaningsOf: MeaningsOf): void {
  for (const { name, content } of stretchesOf(text)) {
    const meanings = meaningsOf(name);
    if (!meanings || meanings.size === 0) continue;
    const rest = content.includes("/ActualText") ? content.replace(span, "") : content;
    meanings.forEach((meaning, digits) => {
      if (meaning !== undefined && rest.includes(digits)) meanings.set(digits, undefined);
    });
  }
}

/** Take the spans off glyphs whose font now says the same. */
export function withoutSpans(text: string, meaningsOf: SaidOf): string {
  if (!text.includes("/ActualText")) return text;
  return stretchesOf(text)
    .map(({ name, content }) => {
      const meanings = meaningsOf(name);
      return content.replace(span, (whole, _, glyph: string, digits: string) =>
        meanings?.get(digits) === undefined ? whole : glyph,
      );
    })
    .join("");
}

/** Part a text object where another font begins. */
function stretchesOf(text: string): readonly { readonly name: string; readonly content: string }[] {
  const stretches = [];
  let name = "";
  let from = 0;
  for (let end = text.indexOf(" Tf\n"); end >= 0; end = text.indexOf(" Tf\n", end + 1)) {
    const at = text.lastIndexOf("\n", end) + 1;
    if (at > from) stretches.push({ name, content: text.slice(from, at) });
    name = text.slice(at + 1, text.indexOf(" ", at));
    from = at;
  }
  return [...stretches, { name, content: text.slice(from) }];
}
