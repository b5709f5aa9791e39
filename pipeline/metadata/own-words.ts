import { z } from "zod";
import { englishWords } from "../english-words.js";
import { closed } from "../yaml/validate.js";

const places = /\{\w+\}/g;

/** The form of `words` in publication.yaml: each in place of the program's own. */
export const ownWords = closed(
  Object.fromEntries(
    Object.entries(englishWords).map(([key, english]: [string, string]) => {
      const wanted = english.match(places) ?? [];
      const expected = wanted.length === 0 ? "text" : `text with ${wanted.join(" and ")}`;
      const holds = (value: string) => wanted.every((place) => value.includes(place));
      return [
        key,
        z
          .string({ error: expected })
          .trim()
          .min(1, expected)
          .refine(holds, expected)
          .describe(`In English: ${english}`)
          .exactOptional(),
      ];
    }),
  ),
  "words by their names, such as contents, notes, figure",
);
