import { matchesIn } from "../check/passages.js";
import { problem } from "../problem.js";
import { minority } from "./minority.js";
import type { PublicationRule } from "./rule.js";

const months: Readonly<Record<string, string>> = {
  de: "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
  en: "January|February|March|April|May|June|July|August|September|October|November|December",
  es: "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
  fr: "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
};

/** The ways in which a language writes a day in words; the first that matches is the date's. */
const forms: Readonly<Record<string, readonly (readonly [name: string, pattern: string])[]>> = {
  de: [
    ["14. Februar 2018", "\\d{1,2}\\.\\s+M\\s+\\d{4}"],
    ["14 Februar 2018", "\\d{1,2}\\s+M\\s+\\d{4}"],
  ],
  en: [
    ["February 14, 2018", "M\\s+\\d{1,2},\\s+\\d{4}"],
    ["February 14 2018", "M\\s+\\d{1,2}\\s+\\d{4}"],
    ["February 14th, 2018", "M\\s+\\d{1,2}(?:st|nd|rd|th),?\\s+\\d{4}"],
    ["14 February 2018", "\\d{1,2}\\s+M,?\\s+\\d{4}"],
    ["14th February 2018", "\\d{1,2}(?:st|nd|rd|th)\\s+(?:of\\s+)?M,?\\s+\\d{4}"],
  ],
  es: [
    ["14 de febrero de 2018", "\\d{1,2}\\s+de\\s+M\\s+de\\s+\\d{4}"],
    ["14 de febrero del 2018", "\\d{1,2}\\s+de\\s+M\\s+del\\s+\\d{4}"],
    ["14 febrero 2018", "\\d{1,2}\\s+M\\s+\\d{4}"],
  ],
  fr: [
    ["1er février 2018", "1er\\s+M\\s+\\d{4}"],
    ["1 février 2018", "1\\s+M\\s+\\d{4}"],
  ],
};

/** Report days that are written in another way than most of the publication's; each language is counted by itself. */
export const dateInconsistent: PublicationRule = ({ prose }) =>
  Object.entries(forms).flatMap(([language, ways]) => {
    const spoken = prose.filter(
      (passage) => /\d/.test(passage.text) && passage.language.split("-")[0] === language,
    );
    const found = ways.flatMap(([form, pattern]) => {
      const date = new RegExp(
        `(?<![\\p{L}\\p{N}])${pattern.replace("M", `(?:${months[language]})`)}(?!\\p{N})`,
        "gu",
      );
      return spoken.flatMap((passage) =>
        matchesIn(passage, date).map(({ match, span }) => ({
          key: form,
          words: match[0].replace(/\s+/g, " "),
          file: passage.file,
          span,
        })),
      );
    });
    return minority(found).map(({ words, file, span, usual, count }) => {
      const reason = `Unexpected date \`${words}\`; ${count} of ${found.length} dates are written as \`${usual}\``;
      return problem("date-inconsistent", reason, { file, span });
    });
  });
