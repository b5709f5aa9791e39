/** Quotation marks of a language: outer pair, inner pair. */
export interface Quotes {
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
}

const nnbsp = "\u202f";
const english: Quotes = { double: ["“", "”"], single: ["‘", "’"] };
const german: Quotes = { double: ["„", "“"], single: ["‚", "‘"] };
const guillemets: Quotes = { double: ["«", "»"], single: ["“", "”"] };
const french: Quotes = { double: [`«${nnbsp}`, `${nnbsp}»`], single: ["“", "”"] };
const nordic: Quotes = { double: ["”", "”"], single: ["’", "’"] };

/** By BCP 47 tag, longest match first (CLDR's delimiters, French with its narrow spaces). */
const byLanguage: Readonly<Record<string, Quotes>> = {
  ar: { double: ["“", "”"], single: ["‘", "’"] },
  cs: german,
  da: { double: ["»", "«"], single: ["›", "‹"] },
  de: german,
  "de-CH": { double: ["«", "»"], single: ["‹", "›"] },
  en: english,
  es: guillemets,
  fi: nordic,
  fr: french,
  "fr-CH": { double: ["«", "»"], single: ["‹", "›"] },
  it: guillemets,
  nb: guillemets,
  no: guillemets,
  pl: { double: ["„", "”"], single: ["‚", "’"] },
  "pt-PT": guillemets,
  ru: { double: ["«", "»"], single: ["„", "“"] },
  sk: german,
  sl: german,
  sv: nordic,
  uk: { double: ["«", "»"], single: ["„", "“"] },
};

/** Choose the quotation marks of a language; English ones where it is not in the table. */
export function quotesOf(language: string): Quotes {
  return byLanguage[language] ?? byLanguage[language.split("-")[0] ?? ""] ?? english;
}
