import { franc } from "franc-min";

/** ISO 639-3, as the guesser has them, to BCP 47; the languages that quoin can hyphenate or has words for, and their neighbours. */
const tags: Readonly<Record<string, string>> = {
  arb: "ar",
  deu: "de",
  eng: "en",
  fra: "fr",
  ind: "id",
  ita: "it",
  nld: "nl",
  pes: "fa",
  pol: "pl",
  por: "pt",
  rus: "ru",
  spa: "es",
  swe: "sv",
  tur: "tr",
  ukr: "uk",
};

/** Characters that are enough to tell by. */
const sample = 20_000;

/** Tell the language of a text from its letters; undefined where it is too short, or no language that is known here. */
export function guessLanguage(text: string): string | undefined {
  return tags[franc(text.slice(0, sample), { minLength: 60, only: Object.keys(tags) })];
}
