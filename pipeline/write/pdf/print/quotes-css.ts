import { quotesOf } from "../../../quotes.js";

/**
 * Say which marks `open-quote` and `close-quote` are in each language. Chromium knows them, but not of the blocks, whose languages bear a
 * key for their tags (`de-x-k12`): these it took for English.
 */
export function quotesCss(languages: Iterable<string>): string {
  return [...languages]
    .filter((language) => /^[a-z][a-z\d-]*$/i.test(language))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((language) => {
      const { double, single } = quotesOf(language);
      return `:lang(${language}){quotes:${[...double, ...single].map((mark) => JSON.stringify(mark)).join(" ")}}`;
    })
    .join("\n");
}
